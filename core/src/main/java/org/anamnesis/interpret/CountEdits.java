package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * The number of patients relative to what it is: "twice as many", "250 more", "cut it in half",
 * "reduce the number of patients by 200", "10 % fewer".
 */
final class CountEdits {
    private static final Phrases COHORT =
            new Phrases(
                    Set.of(
                            "the number of patients",
                            "the number of people",
                            "the number",
                            "number of patients",
                            "the count",
                            "the cohort size",
                            "the size",
                            "the sample size",
                            "the sample",
                            "the cohort",
                            "the patients",
                            "the size of the cohort",
                            "patients",
                            "it",
                            "cohort",
                            "the dataset",
                            "n",
                            "the n",
                            "sample size",
                            "cohort size",
                            "the number of subjects",
                            "the number of participants",
                            "the number of cases",
                            "the number of rows",
                            "the number of records",
                            "number of people",
                            "the headcount",
                            "numbers",
                            "the numbers",
                            "that"));
    private static final Set<String> UP =
            Set.of("increase", "raise", "enlarge", "grow", "up", "expand");
    private static final Set<String> DOWN =
            Set.of("reduce", "decrease", "cut", "shrink", "lower", "drop");

    private final Draft draft;
    private final Sentence s;
    private final long now;

    private CountEdits(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.now = current.count();
    }

    static void find(Draft draft, CohortSpec current) {
        CountEdits edits = new CountEdits(draft, current);
        for (int i = 0; i < edits.s.size(); i++) {
            if (edits.s.free(i)) {
                edits.asMany(i);
                edits.times(i);
                edits.half(i);
                edits.more(i);
                edits.part(i);
                edits.by(i);
                edits.divided(i);
            }
        }
    }

    /** "twice as many patients", "double the number of patients", "half the size". */
    private void asMany(int i) {
        Optional<Double> factor = RelativeWords.factor(s.at(i));
        if (factor.isEmpty()) {
            return;
        }
        int to = s.after(i + 1, "as many");
        to = to > 0 ? to : s.afterAny(i + 1, COHORT);
        boolean it = to > 0 && s.like(to - 1, "it|patients|cohort");
        boolean end = s.like(to, "|,|\\.|!|please|of|then|now");
        boolean that = to > 0 && s.word(to - 1).equals("that") && end;
        if (to > 0
                && (that
                        || (!it && !s.word(to - 1).equals("that"))
                        || (end && s.at(i).kind() == Token.Kind.WORD))) {
            count(now * factor.get(), i, to);
        }
    }

    /** "ten times bigger", "3 times as many", "5 times the size". */
    private void times(int i) {
        boolean times = s.at(i).number() && s.word(i + 1).equals("times");
        if (!times) {
            return;
        }
        int to = s.after(i + 2, "as many");
        to = to > 0 ? to : s.after(i + 2, "as big");
        to = to > 0 ? to : s.after(i + 2, "as large");
        to = to > 0 ? to : s.afterAny(i + 2, COHORT);
        if (to < 0 && s.like(i + 2, "bigger|larger|more|smaller|fewer")) {
            to = i + 3;
        }
        double n = s.at(i).doubleValue();
        if (to > 0 && n > 0) {
            boolean down = s.like(i + 2, "smaller|fewer");
            count(down ? now / n : now * n, i, to);
        }
    }

    /** "n/2", "n * 2". */
    private void divided(int i) {
        boolean n =
                s.word(i).equals("n") && s.at(i + 2).number() && s.like(i + 3, "|[.,;!]|please");
        double by = s.at(i + 2).doubleValue();
        if (n && by > 0 && s.like(i + 1, "/|\\*|x|×")) {
            count(s.word(i + 1).equals("/") ? now / by : now * by, i, i + 3);
        }
    }

    /** "cut the cohort in half", "halve it". */
    private void half(int i) {
        boolean verb = s.like(i, "cut|split|reduce|divide|shrink");
        int to = verb ? s.afterAny(i + 1, COHORT) : -1;
        boolean half =
                to > 0 && s.like(to, "in|by|to") && RelativeWords.factor(s.at(to + 1)).isPresent();
        if (half) {
            count(now / 2.0, i, to + 2);
        }
    }

    /** "one third fewer", "half as many again", "a quarter more patients". */
    private void part(int i) {
        boolean part = s.at(i).kind() == Token.Kind.FRACTION;
        int at = s.like(i + 1, "of") ? -1 : i + 1;
        if (!part || at < 0) {
            return;
        }
        double amount = now * s.at(i).doubleValue() / 100;
        int again = s.after(at, "as many again");
        if (again > 0) {
            count(now + amount, i, again);
            return;
        }
        int sign = s.like(at, "more") ? 1 : s.like(at, "fewer|less") ? -1 : 0;
        boolean noun =
                s.like(at + 1, "patients|people|persons|subjects|participants|cases|records|rows");
        boolean end = s.like(at + 1, "|,|\\.|please|then|!|now");
        if (sign != 0 && (noun || end) && !s.word(at + 1).equals("than")) {
            int from = s.like(i - 1, "a|an") ? i - 1 : i;
            count(now + sign * amount, from, noun ? at + 2 : at + 1);
        }
    }

    /** "250 more", "another 100 patients", "50 fewer patients", "10 % more patients". */
    private void more(int i) {
        boolean plain = s.at(i).number() && !s.inConcept(i);
        if (!plain) {
            return;
        }
        boolean percent = s.like(i + 1, "%|percent");
        int at = percent ? i + 2 : i + 1;
        int sign = s.word(at).equals("more") ? 1 : s.like(at, "fewer|less") ? -1 : 0;
        boolean end =
                s.like(at + 1, "patients|people|persons|subjects|records|rows")
                        || (!percent && s.like(at + 1, "|of|,|\\.|please|then|!"));
        double amount = s.at(i).doubleValue();
        boolean people = s.like(at, "patients|people|of");
        int away = people ? (s.word(at).equals("of") ? at + 2 : at + 1) : at;
        if (!percent
                && s.like(i - 1, "take|remove|cut|throw|drop")
                && s.like(away, "away|off|out")) {
            count(now - amount, i - 1, away + 1);
            return;
        }
        if (sign != 0 && end && !s.word(at + 1).equals("than")) {
            boolean noun = s.like(at + 1, "[a-z]+s|people");
            count(now + sign * (percent ? now * amount / 100 : amount), i, noun ? at + 2 : at + 1);
        } else if (!percent && s.like(i - 1, "another|additional|extra")) {
            boolean noun = s.like(i + 1, "patients|people");
            if (noun || s.like(i + 1, "|\\.|,")) {
                count(now + amount, i - 1, noun ? i + 2 : i + 1);
            }
        } else if (!percent && s.like(i + 1, "patients|people") && ends(i + 2)) {
            int verb = s.like(i - 1, "add|remove|drop") ? i - 1 : -1;
            if (verb == 0 || (verb > 0 && s.like(verb - 1, "and|,|please|also|now"))) {
                count(s.word(verb).equals("add") ? now + amount : now - amount, verb, i + 2);
            }
        }
    }

    private boolean ends(int i) {
        return s.like(i, "|\\.|,|please|!|more|to");
    }

    /** "reduce the number of patients by 200", "increase it by 10 %". */
    private void by(int i) {
        int sign = UP.contains(s.word(i)) ? 1 : DOWN.contains(s.word(i)) ? -1 : 0;
        int to = sign == 0 ? -1 : s.afterAny(i + 1, COHORT);
        boolean people = to > 0 && !s.like(to - 1, "it|that");
        int part = s.word(to + 1).equals("a") ? to + 2 : to + 1;
        if (people && s.word(to).equals("by") && s.at(part).kind() == Token.Kind.FRACTION) {
            count(now * (1 + sign * s.at(part).doubleValue() / 100), i, part + 1);
        } else if (people && s.word(to).equals("by") && s.at(to + 1).number() && s.free(to + 1)) {
            boolean percent = s.like(to + 2, "%|percent");
            double amount = s.at(to + 1).doubleValue();
            count(
                    now + sign * (percent ? now * amount / 100 : amount),
                    i,
                    percent ? to + 3 : to + 2);
        }
    }

    private void count(double patients, int from, int to) {
        long count = Math.round(patients);
        if (count >= 1 && patients < Long.MAX_VALUE) {
            draft.edit(new Edit.SetCount(count), from, to);
        }
    }
}
