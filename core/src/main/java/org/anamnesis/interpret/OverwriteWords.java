package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * Changes of finished values and of how they go together: "set potassium to 5.5", "5 % missing
 * potassium, more in the old", "double the spread of glucose", "2 % outliers in creatinine", "make
 * HbA1c and BMI correlate 0.5".
 */
final class OverwriteWords {
    private static final Set<String> LINKS =
            Set.of(
                    "the",
                    "of",
                    "in",
                    "for",
                    "to",
                    "at",
                    "values",
                    "value",
                    "levels",
                    "level",
                    "everyone",
                    "everybody",
                    "all",
                    "patients",
                    "s",
                    "a",
                    "is",
                    "are",
                    "should",
                    "be",
                    "with",
                    "by",
                    "make",
                    "their",
                    "some");
    private static final Set<String> MISSING =
            Set.of("missing", "missingness", "blank", "absent", "empty", "unavailable");
    private static final Set<String> OUTLIERS =
            Set.of("outliers", "outlier", "outlying", "implausible", "extreme");
    private static final Set<String> SPREAD =
            Set.of("spread", "sd", "variance", "variability", "variation", "deviation");
    private static final Set<String> CORRELATE =
            Set.of("correlate", "correlated", "correlation", "correlates", "correlations");

    private final Draft draft;
    private final Sentence s;

    private OverwriteWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        OverwriteWords words = new OverwriteWords(draft);
        words.still(current);
        words.pair(current);
        for (int i = 0; i < words.s.size(); i++) {
            if (!words.s.free(i)) {
                continue;
            }
            String w = words.s.word(i);
            if (CORRELATE.contains(w)) {
                words.correlate(i);
            } else if (MISSING.contains(w)) {
                words.share(i, true);
            } else if (OUTLIERS.contains(w)) {
                words.share(i, false);
            } else if (SPREAD.contains(w)) {
                words.spread(i);
            } else if (Set.of("set", "fix").contains(w)
                    || (w.equals("make")
                            && words.s.word(i + 1).matches("everyone|everybody|all|each"))) {
                words.set(i);
            }
        }
    }

    /** "set potassium to 5.5 mmol/L". */
    private void set(int i) {
        Optional<Sentence.Named> of = behind(i + 1);
        if (of.isEmpty()) {
            return;
        }
        int n = skip(of.get().to());
        Optional<Sentence.Named> whose = s.namedAt(n, Concept.Kind.CONDITION);
        n = whose.isPresent() ? skip(whose.get().to()) : n; // "of all T2DM patients"
        boolean to = s.word(n - 1).matches("to|at|=|be") || s.word(n).matches("=|:");
        to |= s.word(i).equals("make") && n == of.get().to();
        n = s.word(n).matches("=|:") ? n + 1 : n;
        if (!to || !s.at(n).number()) {
            return;
        }
        String id = of.get().concept().id();
        Optional<Quantity.Unit> unit = Quantity.unit(s, n);
        int end = unit.map(Quantity.Unit::to).orElse(n + 1);
        double value = value(id, n, unit);
        boolean everyone = Set.of("for", "in").contains(s.word(end));
        if (everyone && LINKS.contains(s.word(end + 1))) {
            end += 2;
        }
        draft.edit(new Edit.AddOverwrite(new Overwrite.SetValue(id, value)), i, end);
    }

    private double value(String id, int n, Optional<Quantity.Unit> unit) {
        double plain = s.at(n).doubleValue();
        return Measurands.bundled()
                .find(id)
                .flatMap(m -> unit.flatMap(u -> m.toCanonical(plain, u.ucum())))
                .orElse(plain);
    }

    /** "5 % missing potassium", "LDL missing in 15 %", "2 % outliers in creatinine". */
    private void share(int i, boolean missing) {
        int[] percent = percent(i);
        int past = percent.length > 0 && percent[0] > i ? percent[1] : i + 1;
        Optional<Sentence.Named> of = behind(i + 1).or(() -> before(i)).or(() -> behind(past));
        if (of.isEmpty() || percent.length == 0) {
            return;
        }
        double amount = s.at(percent[0]).doubleValue();
        int from = Math.min(Math.min(i, percent[0]), of.get().from());
        int to = Math.max(Math.max(i + 1, percent[1]), of.get().to());
        if (amount < 0 || amount > 100) {
            draft.problem(
                    "request.share.range",
                    from,
                    to,
                    "A share lies between 0 and 100 %.",
                    "a share from 0 to 100 %");
            return;
        }
        to = s.after(to, "of patients") > 0 ? to + 2 : to;
        s.use(from, to);
        String id = of.get().concept().id();
        if (missing) {
            draft.gap(new Draft.Gap(id, amount, from, to, more(to)));
        } else {
            draft.edit(new Edit.AddOverwrite(new Overwrite.Outliers(id, amount)), from, to);
        }
    }

    /** "more often among the uninsured", of values that are missing already. */
    private void still(CohortSpec current) {
        int start = 0;
        while (start < 8
                && s.word(start)
                        .matches(
                                "and|but|also|the|gaps?|missing|missingness|values|they|it|should|be|are|is|these|those|happen|occur|with|data")) {
            start++;
        }
        List<Overwrite> all = current.beyond().overwrites();
        boolean more =
                s.word(start).equals("more")
                        && s.word(start + 1)
                                .matches(
                                        "often|so|frequently|frequent|common|likely|missing|in|among|for");
        if (more && !all.isEmpty() && all.get(all.size() - 1) instanceof Overwrite.Missing m) {
            draft.gap(new Draft.Gap(m.observation(), m.percent(), 0, start + 1, more(start)));
            s.use(0, start);
        }
    }

    /** First token of ", more often in the old": whoever is named behind it lacks it more often. */
    private int more(int to) {
        int at = to;
        while (Set.of(",", "and", "but", "with").contains(s.word(at))) {
            at++;
        }
        boolean more = s.word(at).equals("more") || s.word(at).equals("mostly");
        if (!more) {
            return -1;
        }
        int from = at;
        at++;
        while (Set.of(
                        "often",
                        "so",
                        "frequently",
                        "frequent",
                        "common",
                        "in",
                        "among",
                        "for",
                        "if",
                        "of",
                        "them",
                        "the",
                        "people",
                        "patients",
                        "those",
                        "likely")
                .contains(s.word(at))) {
            at++;
        }
        s.use(from, at);
        boolean alone = s.at(at + 1).kind() != Token.Kind.WORD;
        if (alone && s.word(at).matches("old|older|aged")) {
            draft.assume("The old are taken as 65 years and older.");
            draft.found(
                    Draft.Topic.AGE,
                    new Criterion.AgeBetween(AgeWords.OLD, AgeWords.OLDEST),
                    at,
                    at + 1);
        }
        return at;
    }

    /** "double the spread of glucose", "spread of LDL 1.5 times". */
    private void spread(int i) {
        int at = i - 1;
        while (at > 0 && LINKS.contains(s.word(at))) {
            at--;
        }
        Optional<Double> factor =
                at >= 0 && s.free(at) ? RelativeWords.factor(s.at(at)) : Optional.empty();
        Optional<Sentence.Named> of = behind(i + 1).or(() -> before(i)).or(this::only);
        if (factor.isPresent() && of.isPresent()) {
            verb(of.get().from() - 1, of.get().to());
            draft.edit(
                    new Edit.AddOverwrite(
                            new Overwrite.Spread(of.get().concept().id(), factor.get())),
                    Math.min(at, of.get().from()),
                    Math.max(i + 1, of.get().to()));
        }
    }

    /** "spread the PSA values out: twice the spread": the only observation of the message. */
    private Optional<Sentence.Named> only() {
        List<Sentence.Named> all = s.unused(Concept.Kind.OBSERVATION);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The verb and "out" about the observation, of which the factor says how much. */
    private void verb(int before, int behind) {
        int at = s.word(before).equals("the") ? before - 1 : before;
        s.use(at, s.word(at).matches("spread|widen|stretch") ? at + 1 : at);
        int out = s.word(behind).matches("values?|levels?") ? behind + 1 : behind;
        s.use(out, s.word(out).matches("out|more|apart") ? out + 1 : out);
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
        int number = -1;
        for (int k = Math.max(0, i - 6); k < Math.min(s.size(), i + 10); k++) {
            boolean fraction = s.at(k).number() && Math.abs(s.at(k).doubleValue()) <= 2;
            number = fraction && s.free(k) && !s.inConcept(k) && number < 0 ? k : number;
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
        boolean joined = b.from() == a.to() + 1 && s.word(a.to()).matches("and|with|/|-|,");
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
                && s.word(number + 1).matches("|\\.|,|too|please|between|also")) {
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

    private Optional<Sentence.Named> behind(int i) {
        return s.namedAt(skip(i), Concept.Kind.OBSERVATION).filter(n -> s.free(n.from(), n.to()));
    }

    private Optional<Sentence.Named> before(int i) {
        int at = i - 1;
        while (at > 0
                && (LINKS.contains(s.word(at)) || s.word(at).equals("%") || s.at(at).number())
                && !s.observed(at)) {
            at--;
        }
        int last = at;
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION))
                .filter(n -> n.from() <= last && last < n.to() && s.free(n.from(), n.to()))
                .findFirst();
    }

    private int skip(int i) {
        int at = i;
        while (LINKS.contains(s.word(at)) || (s.word(at).equals(":") && at > i)) {
            at++;
        }
        return at;
    }

    /** Number and end of the percentage nearest to a word: before it, else behind. */
    private int[] percent(int i) {
        for (int k = i - 1; k >= Math.max(0, i - 6); k--) {
            if (share(k)) {
                return new int[] {k, end(k)};
            }
        }
        for (int k = i + 1; k < Math.min(s.size(), i + 8); k++) {
            if (share(k)) {
                return new int[] {k, end(k)};
            }
        }
        return new int[0];
    }

    private boolean share(int k) {
        boolean sign = s.word(k + 1).equals("%") || s.word(k + 1).equals("percent");
        return s.free(k) && ((s.at(k).number() && sign) || s.at(k).kind() == Token.Kind.FRACTION);
    }

    private int end(int k) {
        return s.at(k).number() ? k + 2 : k + 1;
    }
}
