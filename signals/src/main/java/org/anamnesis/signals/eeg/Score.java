package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/**
 * When everything of a recording happens: the states and the events, in order of onset. A function
 * of the study, so that traces, annotations and pictures agree.
 */
record Score(List<Stage> stages, List<EegEvent> events) {
    /** Seconds after a focal seizure in which the brain recovers. */
    static final double POSTICTAL = 25;

    /** Quiet seconds before a seizure. */
    private static final double LEAD = 4;

    Score {
        stages = List.copyOf(stages);
        events = List.copyOf(events);
    }

    static Score of(Study study) {
        double duration = Details.number(study.settings().get("duration_s"));
        var stages = stages(study.settings().get("state"), duration, study.key());
        var events = new ArrayList<EegEvent>();
        List<Span> free = List.of(new Span(0, duration));
        var before = new HashMap<String, Integer>();
        for (int i = 0; i < study.findings().size(); i++) {
            var finding = study.findings().get(i);
            var sign = Sign.of(finding.id());
            if (sign.isEmpty()) {
                continue;
            }
            int same = before.merge(finding.id(), 1, Integer::sum);
            var draws = Draws.of(study.key(), "events of " + finding.id() + " " + same);
            if (sign.get() == Sign.BURST_SUPPRESSION) {
                events.addAll(bursts(finding, i, duration, draws));
            } else if (sign.get().counted()) {
                var placed = placed(sign.get(), finding, i, stages, free, draws);
                events.addAll(placed);
                if (sign.get().seizure()) {
                    for (var e : placed) {
                        free = Span.without(free, e.onset() - LEAD, e.end() + pause(sign.get()));
                    }
                }
            }
        }
        events.sort(Comparator.comparingDouble(EegEvent::onset).thenComparing(EegEvent::sign));
        return new Score(stages, events);
    }

    static List<Stage> stages(String state, double duration, long key) {
        return Stage.course(state, duration, Draws.of(key, "stages"));
    }

    private static double pause(Sign sign) {
        return sign == Sign.FOCAL_SEIZURE ? POSTICTAL : 2;
    }

    private static List<EegEvent> placed(
            Sign sign,
            Finding finding,
            int index,
            List<Stage> stages,
            List<Span> free,
            Draws draws) {
        double longest = longest(sign, finding);
        var onsets =
                Span.place(
                        within(free, stages, sign),
                        (int) Details.number(finding, "count", 1),
                        longest,
                        gap(sign, longest),
                        draws);
        var all = new ArrayList<EegEvent>();
        for (int n = 0; n < onsets.size(); n++) {
            double length = n == 0 ? longest : longest * draws.uniform(0.6, 1);
            all.add(new EegEvent(sign, index, onsets.get(n), Math.rint(1000 * length) / 1000, n));
        }
        return all;
    }

    /** The first of a kind lasts this long; none lasts longer. */
    static double longest(Sign sign, Finding finding) {
        return sign.seizure() || sign == Sign.GENERALIZED_SPIKE_WAVE
                ? Details.number(finding, "duration_s", sign.length())
                : sign.length();
    }

    static double gap(Sign sign, double longest) {
        return sign.seizure() ? longest + sign.gap() : Math.max(sign.gap(), longest + 0.2);
    }

    /** Time in which a finding can be seen: its states, with a margin at the ends of a file. */
    static List<Span> within(List<Span> free, List<Stage> stages, Sign sign) {
        Set<Vigilance> states = EnumSet.copyOf(sign.states());
        double end = stages.get(stages.size() - 1).to();
        double lead = sign.seizure() ? LEAD : 0.8;
        List<Span> left = Span.without(Span.without(free, -1, lead), end - 0.8, end + 1);
        Stage before = null;
        for (var stage : stages) {
            if (!states.contains(stage.state())) {
                left = Span.without(left, stage.from(), stage.to());
            } else if (before != null && before.state() != stage.state()) {
                // the state settles in a second, and an absence may outlast closed eyes
                left =
                        sign.seizure()
                                ? left
                                : Span.without(left, stage.from() - 0.3, stage.from() + 1);
            }
            before = stage;
        }
        return left;
    }

    /**
     * Bursts of 1 to 3 s and the suppressions between them; both are stretched so that they fill
     * the recording in exactly the asked ratio.
     */
    private static List<EegEvent> bursts(Finding finding, int index, double duration, Draws draws) {
        double ratio = Details.number(finding, "ratio_pct", 70) / 100;
        var bursts = new ArrayList<Double>();
        var pauses = new ArrayList<Double>();
        double active = 0;
        double silent = 0;
        while (active + silent < duration) {
            double burst = draws.uniform(1, 3);
            double pause = burst * ratio / (1 - ratio) * draws.uniform(0.6, 1.4);
            bursts.add(burst);
            pauses.add(pause);
            active += burst;
            silent += pause;
        }
        var all = new ArrayList<EegEvent>();
        double at = 0;
        for (int n = 0; n < bursts.size(); n++) {
            double onset = at + pauses.get(n) * ratio * duration / silent;
            double length = bursts.get(n) * (1 - ratio) * duration / active;
            double from = Math.rint(1000 * onset) / 1000;
            double to = Math.min(duration, Math.rint(1000 * (onset + length)) / 1000);
            all.add(new EegEvent(Sign.BURST_SUPPRESSION, index, from, to - from, n));
            at = onset + length;
        }
        return all;
    }

    /** State at a time. */
    Vigilance state(double at) {
        for (var stage : stages) {
            if (at < stage.to()) {
                return stage.state();
            }
        }
        return stages.get(stages.size() - 1).state();
    }
}
