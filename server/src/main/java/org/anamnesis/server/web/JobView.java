package org.anamnesis.server.web;

import java.util.List;
import java.util.Map;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.job.JobQueue;
import org.anamnesis.server.job.Works;
import org.anamnesis.server.store.Job;

/**
 * A cohort that is made or being made, as the page shows it.
 *
 * @param left time that it still takes, in words; empty if nobody knows
 * @param problems what is wrong and what would be right, two texts each
 * @param found what was found about it, a sentence each
 * @param files names of what can be downloaded
 * @param resumes what resuming would do, a sentence; empty if it cannot be resumed
 */
public record JobView(
        String id,
        String status,
        String title,
        String doing,
        double progress,
        String left,
        List<List<String>> problems,
        List<String> found,
        List<String> files,
        String resumes) {
    private static final double TELLING = 0.05;

    /**
     * @param now milliseconds since 1970
     */
    public static JobView of(Job job, long now) {
        return new JobView(
                job.id(),
                job.status().inWords(),
                title(job),
                job.doing(),
                job.progress(),
                job.status() == Job.Status.RUNNING ? left(job, now) : "",
                problems(job),
                found(job),
                files(job),
                resumes(job));
    }

    private static String title(Job job) {
        return switch (job.status()) {
            case WAITING -> "Waiting for its turn";
            case RUNNING ->
                    switch (job.kind()) {
                        case COHORT -> "Being made";
                        case LEARN -> "Being learned";
                        case JUDGE -> "Being judged";
                    };
            case DONE -> done(job);
            case FAILED -> "Could not be done";
            case STOPPED -> "Stopped";
        };
    }

    private static String done(Job job) {
        Map<String, Object> outcome = JsonText.object(job.outcome());
        return switch (job.kind()) {
            case COHORT ->
                    "%s synthetic %s (%.1f s)"
                            .formatted(
                                    Figures.count(((Number) outcome.get("patients")).longValue()),
                                    outcome.containsKey("yield") ? "rows of the model" : "patients",
                                    ((Number) outcome.get("seconds")).doubleValue());
            case LEARN ->
                    "Learned from %s rows of %s by %s (%.1f s)"
                            .formatted(
                                    Figures.count(((Number) outcome.get("rows")).longValue()),
                                    outcome.getOrDefault(Works.TABLE, "your table"),
                                    outcome.get("engine"),
                                    ((Number) outcome.get("seconds")).doubleValue());
            case JUDGE -> "Judged";
        };
    }

    /** What learning says of itself counts for more: it knows where it went on. */
    private static String left(Job job, long now) {
        double seconds = (now - job.begun()) / 1000.0;
        return job.progress() < TELLING || seconds < 1 || job.doing().contains(" left")
                ? ""
                : "about %.0f s".formatted(Math.ceil(seconds / job.progress() - seconds));
    }

    private static String resumes(Job job) {
        return switch (JobQueue.resumes(job)) {
            case "" -> "";
            case JobQueue.GOES_ON ->
                    "No model was made yet. Resuming goes on from what was learned up to some seconds before the end.";
            default ->
                    job.kind() == Job.Kind.COHORT
                            ? "No files were kept. Resuming begins anew and makes the same patients."
                            : "No files were kept. Resuming begins anew.";
        };
    }

    /** Names of the files of a job that is done. */
    public static List<String> files(Job job) {
        return JsonText.object(job.outcome()).get("files") instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static List<String> found(Job job) {
        return JsonText.object(job.outcome()).get("notes") instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static List<List<String>> problems(Job job) {
        return JsonText.list(job.problems()).stream()
                .map(p -> (Map<?, ?>) p)
                .map(
                        p ->
                                List.of(
                                        String.valueOf(p.get("message")),
                                        String.valueOf(p.get("suggestion"))))
                .toList();
    }

    public boolean runs() {
        return status.equals("waiting") || status.equals("running");
    }

    public int percent() {
        return (int) Math.round(100 * progress);
    }
}
