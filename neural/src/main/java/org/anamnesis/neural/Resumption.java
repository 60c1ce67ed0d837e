package org.anamnesis.neural;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.anamnesis.generate.Training;

/** Lets a training go on from what an interrupted one left. */
final class Resumption {
    private Resumption() {}

    /** What a training has come to; all draws follow from the seed and the step. */
    interface State {
        void write(DataOutput out) throws IOException;

        /**
         * Replaces this state.
         *
         * @throws IOException if the bytes are not one of this network; then this is of no use
         */
        void read(DataInput in) throws IOException;
    }

    /** The state that was left, or one to start from if there is none that can be read. */
    static <S extends State> S of(Training.Watch watch, Supplier<S> start) {
        S state = start.get();
        Optional<byte[]> left = watch.left();
        if (left.isEmpty()) {
            return state;
        }
        try {
            var in = new DataInputStream(new ByteArrayInputStream(left.get()));
            state.read(in);
            Stored.require(in.read() < 0, "an end");
            return state;
        } catch (IOException altered) {
            return start.get();
        }
    }

    static void keep(Training.Watch watch, State state) {
        watch.keep(
                () -> {
                    try {
                        var bytes = new ByteArrayOutputStream();
                        state.write(new DataOutputStream(bytes));
                        return bytes.toByteArray();
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible); // memory does not fail so
                    }
                });
    }
}
