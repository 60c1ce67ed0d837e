package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * Changes of finished values and of how they go together: "set potassium to 5.5", "5 % missing
 * potassium, more in the old", "double the spread of glucose", "2 % outliers in creatinine", "make
 * HbA1c and BMI correlate 0.5".
 */
final class OverwriteWords {
    private static final Set<String> SPREAD =
            Set.of("spread", "sd", "variance", "variability", "variation", "deviation");
    private static final Set<String> CORRELATE =
            Set.of(
                    "correlate",
                    "correlated",
                    "correlation",
                    "correlates",
                    "correlations",
                    "correlating");

    private final Draft draft;
    private final Sentence s;
    private final NearNames near;

    private OverwriteWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
        this.near = new NearNames(s);
    }

    static void find(Draft draft, CohortSpec current) {
        OverwriteWords words = new OverwriteWords(draft);
        MissingWords missing = new MissingWords(draft);
        missing.still(current);
        CorrelationLists.find(draft);
        words.pair(current);
        SetWords set = SetWords.find(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (!words.s.free(i)) {
                continue;
            }
            String w = words.s.word(i);
            if (set.held(i) || missing.find(i)) {
                continue;
            }
            if (CORRELATE.contains(w)) {
                words.correlate(i);
            } else if (SPREAD.contains(w)) {
                words.spread(i);
            } else if (Set.of("set", "fix").contains(w)
                    || (w.equals("make") && words.s.like(i + 1, "everyone|everybody|all|each"))
                    || (w.equals("give")
                            && words.s.like(i + 1, "everyone|everybody|all|each|every"))) {
                set.set(i);
            }
        }
    }

    /** "double the spread of glucose", "spread of LDL 1.5 times". */
    private void spread(int i) {
        int at = i - 1;
        while (at > 0 && NearNames.LINKS.contains(s.word(at))) {
            at--;
        }
        Optional<Double> factor =
                at >= 0 && s.free(at) ? RelativeWords.factor(s.at(at)) : Optional.empty();
        Optional<Sentence.Named> of = near.behind(i + 1).or(() -> near.before(i)).or(near::only);
        int front =
                of.map(o -> s.word(o.from() - 1).equals("the") ? o.from() - 2 : o.from() - 1)
                        .orElse(-1);
        Optional<Double> before =
                of.filter(o -> o.to() == i).flatMap(o -> RelativeWords.factor(s.at(front)));
        if (before.isPresent() && s.free(front)) { // "half the BMI spread"
            var change = new Overwrite.Spread(of.get().concept().id(), before.get());
            draft.edit(new Edit.AddOverwrite(change), front, i + 1);
            return;
        }
        if (factor.isEmpty() && of.isPresent()) {
            times(i, of.get());
            by(i, of.get());
        }
        if (factor.isPresent() && of.isPresent()) {
            verb(of.get().from() - 1, of.get().to());
            draft.edit(
                    new Edit.AddOverwrite(
                            new Overwrite.Spread(of.get().concept().id(), factor.get())),
                    Math.min(at, of.get().from()),
                    Math.max(i + 1, of.get().to()));
        }
    }

    /** "the spread of LDL 1.5 times as wide", "spread it 2-fold". */
    private void times(int i, Sentence.Named of) {
        for (int n = Math.max(0, i - 5); n < Math.max(i, of.to()) + 6; n++) {
            boolean times = s.at(n).number() && s.free(n) && s.like(n + 1, "times|fold|x|×");
            if (times && s.at(n).doubleValue() > 0) {
                int end = Math.max(n + 2, Math.max(i + 1, of.to()));
                while (s.like(end, "as|its|wide|wider|large|larger|big|bigger|great|now")) {
                    end++;
                }
                var wider = new Overwrite.Spread(of.concept().id(), s.at(n).doubleValue());
                draft.edit(new Edit.AddOverwrite(wider), Math.min(n, Math.min(i, of.from())), end);
                return;
            }
        }
    }

    /** "narrow the spread of FEV1 by 20 %", "widen the variation of BMI by half". */
    private void by(int i, Sentence.Named of) {
        int to = Math.max(i + 1, of.to());
        int n = s.word(to).equals("by") ? to + 1 : s.size();
        n = s.word(n).equals("a") ? n + 1 : n;
        boolean percent = s.at(n).number() && s.like(n + 1, "%|percent");
        int sign = 0;
        for (int k = Math.max(0, Math.min(i, of.from()) - 5); k < to; k++) {
            sign =
                    s.like(k, "widen|increase|raise|enlarge|stretch|broaden|expand|extend")
                            ? 1
                            : s.like(k, "narrow|reduce|decrease|shrink|tighten|lower|cut")
                                    ? -1
                                    : sign;
        }
        boolean share = percent || s.at(n).kind() == Token.Kind.FRACTION;
        double factor = 1 + sign * s.at(n).doubleValue() / 100;
        if (share && s.free(n) && sign != 0 && factor > 0) {
            var other = new Overwrite.Spread(of.concept().id(), factor);
            int from = Math.min(i, of.from());
            draft.edit(new Edit.AddOverwrite(other), from, percent ? n + 2 : n + 1);
            s.use(Math.max(0, from - 2), from);
        }
    }

    /** The verb and "out" about the observation, of which the factor says how much. */
    private void verb(int before, int behind) {
        int at = s.word(before).equals("the") ? before - 1 : before;
        s.use(at, s.like(at, "spread|widen|stretch") ? at + 1 : at);
        int out = s.like(behind, "values?|levels?") ? behind + 1 : behind;
        s.use(out, s.like(out, "out|more|apart") ? out + 1 : out);
    }

    /** "make HbA1c and BMI correlate 0.5", "a correlation of 0.4 between LDL and BMI". */
    private void correlate(int i) {
        List<Sentence.Named> two = new ArrayList<>();
        for (Sentence.Named n : s.named()) {
            boolean near = n.from() > i - 9 && n.to() < i + 12;
            if (n.is(Concept.Kind.OBSERVATION) && near && s.free(n.from(), n.to())) {
                two.add(n);
            }
        }
        if (two.size() > 2) { // "LDL above 130, triglycerides correlating with HDL at -0.4"
            two.removeIf(n -> !sameClause(Math.min(n.to(), i), Math.max(n.from(), i)));
        }
        int number = -1;
        for (int k = Math.max(0, i - 6); k < Math.min(s.size(), i + 10); k++) {
            boolean fraction = s.at(k).number() && Math.abs(s.at(k).doubleValue()) <= 2;
            number = fraction && s.free(k) && !s.inConcept(k) && number < 0 ? k : number;
        }
        if (two.size() == 1 && number >= 0) {
            withAge(i, number, two.get(0));
        }
        if (two.size() != 2 || number < 0) {
            return;
        }
        int from = Math.min(Math.min(i, number), two.get(0).from());
        int to = Math.max(Math.max(i, number) + 1, two.get(1).to());
        double value = s.at(number).doubleValue();
        if (Math.abs(value) >= 1) {
            draft.problem(
                    "request.correlation.range",
                    from,
                    to,
                    "A correlation lies between -1 and 1.",
                    "a correlation of 0.5");
            return;
        }
        draft.edit(
                new Edit.AddConstraint(
                        new Constraint.Correlation(
                                two.get(0).concept().id(), two.get(1).concept().id(), value)),
                from,
                to);
    }

    /** "correlation of HbA1c and age 0.5": age is drawn first, and no observation. */
    private void withAge(int i, int number, Sentence.Named one) {
        int age = -1;
        for (int k = Math.max(0, i - 6); k < Math.min(s.size(), i + 10); k++) {
            age = s.word(k).equals("age") && s.free(k) ? k : age;
        }
        int from = Math.min(Math.min(i, number), Math.min(age, one.from()));
        int to = Math.max(Math.max(i, number), Math.max(age, one.to() - 1)) + 1;
        if (age >= 0 && sameClause(from, to)) {
            draft.invite(
                    "request.correlation.age",
                    from,
                    to,
                    "Two observations can be correlated, not one with age: how values go with age"
                            + " comes from the reference population.",
                    "a correlation of 0.5");
        }
    }

    private boolean sameClause(int from, int to) {
        for (int k = from; k < to; k++) {
            if (s.like(k, "[,;:.]")) {
                return false;
            }
        }
        return true;
    }

    /** "PTH and phosphate 0.5" after another correlation; "0.4 between HbA1c and BMI". */
    private void pair(CohortSpec current) {
        List<Sentence.Named> two = s.unused(Concept.Kind.OBSERVATION);
        List<Constraint> all = current.constraints();
        boolean after = !all.isEmpty() && all.get(all.size() - 1) instanceof Constraint.Correlation;
        if (two.size() != 2) {
            return;
        }
        Sentence.Named a = two.get(0);
        Sentence.Named b = two.get(1);
        boolean joined = b.from() == a.to() + 1 && s.like(a.to(), "and|with|/|-|,");
        boolean between = s.word(a.from() - 1).equals("between");
        int number = -1;
        for (int i = 0; i < s.size(); i++) {
            boolean small = s.at(i).number() && Math.abs(s.at(i).doubleValue()) < 1;
            number = small && s.free(i) && !s.inConcept(i) && number < 0 ? i : number;
            if (CORRELATE.contains(s.word(i))) {
                return;
            }
        }
        if (joined
                && number >= 0
                && (between || after)
                && s.like(number + 1, "|\\.|,|too|please|between|also")) {
            draft.edit(
                    new Edit.AddConstraint(
                            new Constraint.Correlation(
                                    a.concept().id(),
                                    b.concept().id(),
                                    s.at(number).doubleValue())),
                    Math.min(number, a.from()),
                    Math.max(number + 1, b.to()));
        }
    }
}
