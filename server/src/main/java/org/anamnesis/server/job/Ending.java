package org.anamnesis.server.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.Absent;
import org.anamnesis.server.DiskTrouble;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.store.Job;

/**
 * How a job ended that was not done.
 *
 * @param problems JSON, empty if somebody stopped it
 */
record Ending(Job.Status status, String problems) {
    /**
     * What is said of whatever was thrown out of the work.
     *
     * @param minutes that one job may take
     */
    static Ending of(Throwable thrown, long minutes) {
        if (thrown instanceof Stopped stopped) {
            return stopped.late()
                    ? failed(List.of(late(minutes)))
                    : new Ending(Job.Status.STOPPED, "");
        }
        if (thrown instanceof RequestException e) {
            return failed(e.problems());
        }
        if (thrown instanceof Absent e) {
            return failed(List.of(gone(e)));
        }
        String message =
                thrown instanceof EnvironmentException
                        ? thrown.getMessage()
                        : thrown instanceof UncheckedIOException || thrown instanceof IOException
                                ? DiskTrouble.inWords((Exception) thrown)
                                : "Something failed inside the program.";
        return new Ending(Job.Status.FAILED, failure(message));
    }

    private static Ending failed(List<Problem> all) {
        return new Ending(Job.Status.FAILED, json(all));
    }

    private static Problem late(long minutes) {
        return new Problem(
                "job.time",
                "%d minutes".formatted(minutes),
                "it took longer than one job may",
                "fewer patients or a shorter history");
    }

    private static Problem gone(Absent e) {
        return new Problem("job.gone", "", "the " + e.getMessage() + " is gone", "send it again");
    }

    /** Something that no request is to blame for. */
    static String failure(String message) {
        return json(List.of(new Problem("environment", "", message, "try again")));
    }

    private static String json(List<Problem> all) {
        return JsonText.of(all.stream().map(JsonForm::of).toList());
    }
}
