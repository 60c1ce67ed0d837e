package org.anamnesis.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.anamnesis.evaluate.TableJudgement;

/**
 * All that the pages about one synthetic table show.
 *
 * @param judgement what was found out
 * @param learning where the synthetic table comes from
 * @param version of the program
 */
public record Judged(TableJudgement judgement, Learning learning, String version) {
    public Judged {
        requireNonNull(judgement, "judgement");
        requireNonNull(learning, "learning");
        requireNonNull(version, "version");
    }

    /**
     * Where a synthetic table comes from, as far as it is known; empty text or lists where it is
     * not.
     *
     * @param source the table that was learned from, in words
     * @param engine that learned it
     * @param settings one sentence each: smallest leaf, smoothing, noise, epsilon
     * @param dropped columns left out as identifiers
     */
    public record Learning(
            String source, String engine, List<String> settings, List<String> dropped) {
        /** Two files, of whose origin nothing is known. */
        public static final Learning UNKNOWN = new Learning("", "", List.of(), List.of());

        public Learning {
            requireNonNull(source, "source");
            requireNonNull(engine, "engine");
            settings = List.copyOf(settings);
            dropped = List.copyOf(dropped);
        }
    }
}
