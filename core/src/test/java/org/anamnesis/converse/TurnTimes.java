package org.anamnesis.converse;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.anamnesis.spec.CohortSpec;

/**
 * Times the turns of files of dialogues, every fifth dialogue with some more turns behind it that
 * plan twice or in groups. bench/README.md says how to run it.
 */
final class TurnTimes {
    /** Turns that Java needs to compile what they run. */
    private static final int START = 200;

    private static final int SLOWEST = 12;

    /** So many dialogues to one that goes on with {@link #MORE}. */
    private static final int EVERY = 5;

    /** What costs most, asked of whatever a dialogue came to. */
    private static final List<String> MORE =
            List.of(
                    "save this as Z",
                    "mean BMI of 33 and 55 % female",
                    "compare Z and this",
                    "what if they were all current smokers?",
                    "also 10 kg heavier",
                    "back to the baseline",
                    "make HbA1c and BMI correlate 0.4",
                    "go back to Z",
                    "half on metformin, half not on metformin, same age and sex",
                    "what is the mean HbA1c?",
                    "how many in the US are like this?");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * One turn.
     *
     * @param at how many turns were before it since the start
     * @param more whether it is one of {@link #MORE}
     * @param cpu of the thread, in milliseconds
     * @param wall in milliseconds
     */
    private record Took(
            int at,
            boolean more,
            String message,
            CohortSpec before,
            Step step,
            double cpu,
            double wall) {
        boolean whatIf() {
            return step.after().spec().beyond().baseline().isPresent() && changed();
        }

        boolean inGroups() {
            return !step.after().spec().beyond().groups().isEmpty() && changed();
        }

        boolean compares() {
            return message.toLowerCase(Locale.ROOT).startsWith("compare ");
        }

        boolean changed() {
            return step.turn().kind() == Turn.Kind.CHANGED;
        }

        boolean answers() {
            return step.turn().kind() == Turn.Kind.ANSWERED && !compares();
        }
    }

    private final Anamnesis anamnesis = Anamnesis.bundled();
    private final List<Took> all = new ArrayList<>();

    private TurnTimes() {}

    public static void main(String[] files) throws IOException {
        var times = new TurnTimes();
        PhraseBook.rehearse(times.anamnesis, () -> true);
        for (String file : files) {
            int played = 0;
            for (Dialogue d : Dialogue.all(file)) {
                times.play(d, played++ % EVERY == 0 ? MORE : List.of());
            }
        }
        times.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void play(Dialogue dialogue, List<String> more) {
        Conversation conversation = Conversation.EMPTY;
        List<String> messages =
                new ArrayList<>(dialogue.turns().stream().map(Dialogue.Expected::message).toList());
        int own = messages.size();
        messages.addAll(more);
        for (int i = 0; i < messages.size(); i++) {
            String message = messages.get(i);
            long wall = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            Step step = anamnesis.turn(conversation, message);
            double tookCpu = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
            double tookWall = (System.nanoTime() - wall) / 1e6;
            all.add(
                    new Took(
                            all.size(),
                            i >= own,
                            message,
                            conversation.spec(),
                            step,
                            tookCpu,
                            tookWall));
            conversation = step.after();
        }
    }

    private void print(PrintStream out) {
        out.println(
                "ms                          turns   CPU: median     p99     max   wall: median     p99     max");
        row(out, "the first", t -> t.at() == 0);
        row(out, "2nd to 20th", t -> t.at() > 0 && t.at() < 20);
        row(out, "21st to " + START + "th", t -> t.at() >= 20 && t.at() < START);
        row(out, "dialogues after", t -> warm(t) && !t.more());
        row(out, "and what costs most", TurnTimes::warm);
        row(out, "  plain changes", t -> warm(t) && t.changed() && !t.whatIf() && !t.inGroups());
        row(out, "  what-ifs", t -> warm(t) && t.whatIf());
        row(out, "  changes in groups", t -> warm(t) && t.inGroups() && !t.whatIf());
        row(out, "  compare", t -> warm(t) && t.compares());
        row(out, "  answers", t -> warm(t) && t.answers());
        row(out, "  problems", t -> warm(t) && t.step().turn().kind() == Turn.Kind.PROBLEM);
        out.printf(Locale.ROOT, "largest heap %.0f MB%n", heap() / 1e6);
        out.println("slowest by CPU:");
        all.stream()
                .filter(TurnTimes::warm)
                .sorted(Comparator.comparingDouble(Took::cpu).reversed())
                .limit(SLOWEST)
                .forEach(
                        t ->
                                out.printf(
                                        Locale.ROOT,
                                        "  %6.1f  %-9s %s%n          %s%n",
                                        t.cpu(),
                                        t.step().turn().kind(),
                                        t.message(),
                                        Replies.sentence(Understood.lines(t.before()))));
    }

    private static boolean warm(Took t) {
        return t.at() >= START;
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(u -> u.getUsed())
                .sum();
    }

    private void row(PrintStream out, String name, Predicate<Took> which) {
        List<Took> some = all.stream().filter(which).toList();
        if (some.isEmpty()) {
            return;
        }
        double[] cpu = some.stream().mapToDouble(Took::cpu).sorted().toArray();
        double[] wall = some.stream().mapToDouble(Took::wall).sorted().toArray();
        int last = cpu.length - 1;
        int p99 = (int) Math.ceil(0.99 * cpu.length) - 1;
        out.printf(
                Locale.ROOT,
                "%-26s %6d   %11.1f %7.1f %7.1f   %12.1f %7.1f %7.1f%n",
                name,
                cpu.length,
                cpu[cpu.length / 2],
                cpu[p99],
                cpu[last],
                wall[wall.length / 2],
                wall[p99],
                wall[last]);
    }
}
