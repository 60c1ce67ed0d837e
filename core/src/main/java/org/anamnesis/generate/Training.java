package org.anamnesis.generate;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a model is learned.
 *
 * @param seed of all that is drawn in learning
 * @param smoothing 0 is the engine's usual care for privacy; each step up mixes more people into
 *     what is handed on (larger leaves, earlier stop, more noise)
 * @param effort share of the engine's usual training time; 1 unless the user asks for less or more
 * @param watch hears of it and may stop it
 */
public record Training(long seed, int smoothing, double effort, Watch watch) {
    public Training {
        if (smoothing < 0 || !(effort > 0)) {
            throw new IllegalArgumentException(
                    "smoothing of %d, effort of %s".formatted(smoothing, effort));
        }
    }

    /** The usual training. */
    public static Training usual(long seed) {
        return new Training(seed, 0, 1, Watch.SILENT);
    }

    /** Follows a training. */
    public interface Watch {
        Watch SILENT = (what, fraction) -> true;

        /**
         * Called after each piece of work.
         *
         * @param what losses or columns done, for the user
         * @param fraction 0 to 1 of the most that it may take
         * @return whether to go on; if not, the best model so far is the result
         */
        boolean heard(String what, double fraction);

        /** What an interrupted training of the same table left; empty if none. */
        default Optional<byte[]> left() {
            return Optional.empty();
        }

        /** Offers a state from which the training comes to the same model. */
        default void keep(Supplier<byte[]> state) {}
    }
}
