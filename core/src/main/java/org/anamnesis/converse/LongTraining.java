package org.anamnesis.converse;

import java.io.DataInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.learn.WholeFile;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * A learner whose training may take long: says how much time is left, ends when its time is over,
 * and leaves what it has come to beside the model, in {@code MODEL.unfinished}, so that the same
 * command goes on there after an interruption. A state belongs to one engine, table and training,
 * by a checksum of them all; it has not been audited and is removed when the model is done.
 */
final class LongTraining implements Learner {
    /** Seconds between two states on the disk: what an interruption costs at most. */
    private static final double EVERY = 15;

    private final Learner learner;
    private final Path folder;
    private final OptionalDouble minutes;
    private final Set<Path> files = new LinkedHashSet<>();
    private boolean stopped;
    private double spent;

    /**
     * @param out the model file
     * @param minutes that one training takes at most
     */
    LongTraining(Learner learner, Path out, OptionalDouble minutes) {
        this.learner = learner;
        this.folder = out.resolveSibling(out.getFileName() + ".unfinished");
        this.minutes = minutes;
    }

    @Override
    public String name() {
        return learner.name();
    }

    @Override
    public LearnedModel learn(Table people, Training training) {
        Path file = folder.resolve(fingerprint(people, training) + ".state");
        files.add(file);
        var watch = new Clock(training.watch(), file);
        var clocked = new Training(training.seed(), training.smoothing(), training.effort(), watch);
        double before = cpuSeconds();
        LearnedModel model = learner.learn(people, clocked);
        spent += cpuSeconds() - before;
        return model;
    }

    /** CPU seconds of this process in all trainings so far; 0 where the system does not tell. */
    double spent() {
        return spent;
    }

    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
                / 1e3;
    }

    @Override
    public LearnedModel read(List<Variable> variables, DataInput in) throws IOException {
        return learner.read(variables, in);
    }

    /**
     * Removes the states, now that the model is kept; those of a training whose time was over stay.
     *
     * @return what the user should know
     */
    List<String> done() {
        if (stopped) {
            return List.of(
                    "Training was ended after %s minutes. The same command with more of them goes on from there."
                            .formatted(number(minutes.orElse(0))));
        }
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            if (Files.isDirectory(folder)) {
                try (var left = Files.list(folder)) {
                    if (left.findAny().isPresent()) {
                        return List.of();
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException locked) {
            return List.of("%s is no longer needed and can be removed.".formatted(folder));
        }
        return List.of();
    }

    /** Listens to one training. */
    private final class Clock implements Training.Watch {
        private final Training.Watch user;
        private final Path file;
        private final long start = System.nanoTime();
        private long saved = start;
        private double begun = -1;
        private boolean goesOn;

        Clock(Training.Watch user, Path file) {
            this.user = user;
            this.file = file;
        }

        private static double seconds(long since) {
            return (System.nanoTime() - since) / 1e9;
        }

        @Override
        public boolean heard(String what, double fraction) {
            double spent = seconds(start);
            String left = begun < 0 ? "" : rest(spent * (1 - fraction) / (fraction - begun));
            if (begun < 0) { // a training that goes on begins above 0
                begun = goesOn ? fraction : 0;
            }
            boolean on = user.heard(what + left, fraction);
            boolean over = minutes.isPresent() && spent > 60 * minutes.getAsDouble();
            stopped |= over && fraction < 1;
            return on && !over;
        }

        @Override
        public Optional<byte[]> left() {
            try {
                goesOn = Files.isRegularFile(file);
                return goesOn ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException | OutOfMemoryError unreadable) {
                return Optional.empty(); // then it is learned from the start
            }
        }

        @Override
        public void keep(Supplier<byte[]> state) {
            boolean last = minutes.isPresent() && seconds(start) > 60 * minutes.getAsDouble();
            if (seconds(saved) < EVERY && !last) {
                return;
            }
            try {
                Files.createDirectories(folder);
                byte[] bytes = state.get();
                WholeFile.write(
                        file,
                        channel -> {
                            var buffer = ByteBuffer.wrap(bytes);
                            while (buffer.hasRemaining()) {
                                channel.write(buffer);
                            }
                        });
            } catch (IOException full) {
                // An hour of training is not lost because it cannot be interrupted.
            }
            saved = System.nanoTime();
        }
    }

    private static String rest(double seconds) {
        if (!(seconds < 1e6)) {
            return "";
        }
        return seconds < 90
                ? ", about %.0f s left".formatted(seconds)
                : ", about %.0f min left".formatted(seconds / 60);
    }

    private static String number(double x) {
        return x == Math.rint(x) ? Long.toString((long) x) : String.format(Locale.ROOT, "%.3g", x);
    }

    /** SHA-256 of everything that the state of a training follows from. */
    private String fingerprint(Table people, Training training) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head =
                    String.join(
                            "\n",
                            Desk.VERSION,
                            name(),
                            training.seed() + " " + training.smoothing() + " " + training.effort(),
                            people.variables().toString());
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            ByteBuffer row = ByteBuffer.allocate(Double.BYTES * (people.variables().size() + 1));
            for (int i = 0; i < people.rows(); i++) {
                row.clear();
                for (int j = 0; j < people.variables().size(); j++) {
                    row.putDouble(people.column(j)[i]);
                }
                row.putDouble(people.weights()[i]);
                digest.update(row.array());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has SHA-256
        }
    }
}
