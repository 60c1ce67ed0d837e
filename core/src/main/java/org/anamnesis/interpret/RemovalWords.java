package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Regions;

/** What shall not be asked any more: "remove the age limit", "both sexes", "any BMI". */
final class RemovalWords {
    static final Set<String> VERBS =
            Words.with(
                    Words.DROPPING,
                    "remove lift ignore clear without no cancel relax reset waive abolish erase lose");
    static final Set<String> LIMITS =
            Set.of(
                    ("limit limits restriction restrictions criterion criteria "
                                    + "filter filters range requirement requirements target targets "
                                    + "constraint constraints condition cutoff threshold quota share "
                                    + "thing part bit stuff rule cap bound bounds window setting "
                                    + "correlation wish business ratio split balance proportion")
                            .split(" "));
    private static final Set<String> ANY = Set.of("any", "all", "every", "both", "whatever");
    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;
    private final BothSexes sexes;

    private record Part(String subject, int to) {}

    private RemovalWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
        this.sexes = new BothSexes(draft, current);
    }

    static void find(Draft draft, CohortSpec current) {
        KeptWords.find(draft, current);
        CorrelationGone.find(draft, current);
        OrdinalWords.find(draft, current);
        RemovalWords words = new RemovalWords(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i)) {
                words.verb(i);
                words.any(i);
                words.back(i);
                words.all(i);
                words.unneeded(i);
                words.openEnd(i);
                words.sexes.otherToo(i);
            }
        }
    }

    /** "remove both limits", "drop all the restrictions", "clear the shares". */
    private void all(int i) {
        if (!VERBS.contains(s.word(i)) && !s.word(i).equals("take")) {
            return;
        }
        int at = i + 1;
        while (Set.of("both", "all", "the", "of", "these", "those", "my", "any", "off")
                .contains(s.word(at))) {
            at++;
        }
        String what = s.word(at);
        boolean several = at > i + 1 || s.word(i).equals("no");
        boolean shares = Words.like(what, "shares|quotas|percentages|proportions");
        boolean means = Words.like(what, "targets|means");
        boolean limits = Words.like(what, "limits|ranges|cutoffs|thresholds");
        boolean every =
                Words.like(
                        what, "restrictions|filters|criteria|constraints|requirements|conditions");
        boolean drugs =
                Words.like(what, "drugs?|medications?|meds|medicines?|treatments?|therapies");
        boolean pairs = Words.like(what, "correlations?");
        if (!several || !(shares || means || limits || every || drugs || pairs)) {
            return;
        }
        boolean first = true;
        for (Constraint c : current.constraints()) {
            boolean share = c instanceof Constraint.Share;
            boolean mean = c instanceof Constraint.Mean || c instanceof Constraint.Shift;
            boolean limit =
                    c instanceof Constraint.Require r
                            && (r.criterion() instanceof Criterion.ObservationWithin
                                    || r.criterion() instanceof Criterion.AgeBetween);
            boolean gone =
                    every
                            || (shares && share)
                            || (means && (mean || share))
                            || (limits && limit)
                            || (pairs && c instanceof Constraint.Correlation)
                            || (drugs && takes(c));
            if (gone) {
                draft.edit(new Edit.Forget(Last.subject(c)), i, first ? at + 1 : i);
                first = false;
            }
        }
    }

    private static boolean takes(Constraint c) {
        return Last.criterion(c).filter(x -> x instanceof Criterion.TakesMedication).isPresent();
    }

    /** "no upper age limit", "drop the minimum age": one end of the ages is open again. */
    private void openEnd(int i) {
        if (!VERBS.contains(s.word(i))) {
            return;
        }
        boolean top = false;
        boolean bottom = false;
        boolean age = false;
        int at = i + 1;
        while (s.like(
                at,
                "the|a|upper|lower|maximum|minimum|max|min|age|limit|bound|on|for|of|ages|cap|any|more|top|end")) {
            top |= s.like(at, "upper|maximum|max|cap|top");
            bottom |= s.like(at, "lower|minimum|min");
            age |= s.like(at, "ages?");
            at++;
        }
        Optional<Constraint> ages =
                current.constraints().stream()
                        .filter(
                                c ->
                                        c instanceof Constraint.Require
                                                && Last.subject(c).equals("age"))
                        .findFirst();
        if (top == bottom || !age || ages.isEmpty() || s.at(at).number()) {
            return;
        }
        Criterion.AgeBetween old = (Criterion.AgeBetween) Last.criterion(ages.get()).orElseThrow();
        int min = bottom ? 0 : old.minYears();
        int max = top ? AgeWords.OLDEST : old.maxYears();
        draft.edit(new Edit.Forget("age"), i, i);
        if (min > 0 || max < AgeWords.OLDEST) {
            var open = new Constraint.Require(new Criterion.AgeBetween(min, max));
            draft.edit(new Edit.AddConstraint(open), i, at);
        } else {
            s.use(i, at);
        }
    }

    /** "they don't need to be on metformin", "the age doesn't matter", "BMI is not important". */
    private void unneeded(int i) {
        int after = WaivedWords.before(s, i);
        Optional<Part> waived = after > i ? wished(after) : Optional.empty();
        if (waived.filter(p -> Last.asked(current, p.subject())).isPresent()) {
            forget(waived.get().subject(), i, end(waived.get().to()));
        }
        int to = WaivedWords.behind(s, i);
        for (int at = i - 1; to > 0 && at >= Math.max(0, i - 4); at--) {
            Optional<Part> part = wished(at);
            int end = part.map(Part::to).orElse(-1);
            boolean limit = end > 0 && LIMITS.contains(s.word(end));
            while (end > 0 && end < i && LIMITS.contains(s.word(end))) {
                end++;
            }
            // of a column, it is no longer to be written
            boolean column = !limit && s.namedAt(at, Concept.Kind.OBSERVATION).isPresent();
            boolean there =
                    part.filter(p -> !column || Last.asked(current, p.subject())).isPresent()
                            && !none(at);
            if (there && end == i) {
                forget(part.get().subject(), at, to);
                return;
            }
        }
    }

    /** "no one with heart failure is allowed". */
    private boolean none(int at) {
        for (int k = Math.max(0, at - 4); k < at; k++) {
            if (s.like(k, "no|nobody|none|neither|never|not|without|noone")) {
                return true;
            }
        }
        return false;
    }

    /** A subject, or "women" of whom a share was asked. */
    private Optional<Part> wished(int at) {
        boolean share =
                s.word(at - 1).equals("of")
                        && s.like(at - 2, "share|proportion|percentage|quota|number");
        boolean sex = s.like(at, "women|men|females?|males?");
        boolean behind = LIMITS.contains(s.word(at + 1));
        return sex && (share || behind) ? Optional.of(new Part("sex", at + 1)) : subject(at);
    }

    private int end(int to) {
        int at = LIMITS.contains(s.word(to)) ? to + 1 : to;
        for (String tail : List.of("any more", "anymore", "after all", "any longer", "now")) {
            at = Math.max(at, s.after(at, tail));
        }
        return at;
    }

    /** "remove the age limit", "no limit on BMI", "drop the hypertension". */
    private void verb(int i) {
        boolean mind = s.word(i).equals("mind") && s.word(i - 1).equals("never");
        boolean stop =
                s.like(i, "dont|stop")
                        && s.like(i + 1, "set|setting|fix|fixing|overwriting|forcing|changing");
        boolean off = s.like(i, "take|turn|switch|leave") && off(i);
        if (!VERBS.contains(s.word(i)) && !mind && !stop && !off) {
            return;
        }
        int at = i + 1;
        while (Set.of(
                        ("the that about any more on set setting missing gaps gap in values"
                                        + " mean average fix fixing overwriting forcing changing off"
                                        + " of all this those longer my our")
                                .split(" "))
                .contains(s.word(at))) {
            at++;
        }
        boolean before =
                LIMITS.contains(s.word(at))
                        && Set.of("on", "for", "of", "in").contains(s.word(at + 1));
        if (before) {
            at += 2;
            at = s.word(at).equals("the") ? at + 1 : at;
        }
        Optional<Part> part = subject(at);
        if (part.isEmpty()) {
            part = shared(at, before);
        }
        if (part.isEmpty()) {
            return;
        }
        int to = part.get().to();
        boolean behind = LIMITS.contains(s.word(to));
        String subject = Last.meant(current, part.get().subject());
        boolean asked =
                !before
                        && !behind
                        && askedOfPeople(subject)
                        && !s.word(i).equals("no")
                        && !s.word(i).equals("without");
        boolean gap = s.like(i + 1, "missing|gaps?") && s.like(i, "no|without");
        boolean mean = s.like(at - 1, "mean|average");
        boolean thing =
                mean || mind || stop || gap || off || s.like(i, "forget|lift|relax|delete|ignore");
        if (before || behind || asked || (thing && Last.asked(current, subject))) {
            int end = behind ? to + 1 : to;
            end = s.like(end, "off|away|out|again|entirely|altogether") ? end + 1 : end;
            forget(subject, mind ? i - 1 : i, end);
            int rest =
                    Math.max(
                            s.after(to, "any more"),
                            Math.max(s.after(to, "after all"), s.after(to, "anymore")));
            s.use(to, Math.max(to, rest));
            others(end);
        }
    }

    /** "remove the age limit and the metformin": what else is asked and named beside it. */
    private void others(int from) {
        int at = from;
        while (s.like(at, "and|,") && s.free(at)) {
            int name = s.like(at + 1, "the|my|our|also") ? at + 2 : at + 1;
            Optional<Part> part = subject(name);
            if (part.isEmpty() || !Last.asked(current, part.get().subject())) {
                return;
            }
            int end = part.get().to();
            end = LIMITS.contains(s.word(end)) ? end + 1 : end;
            if (!s.free(at, end) || !s.like(end, "|[.,;!?]|and|too|please|as|again")) {
                return;
            }
            forget(part.get().subject(), at, end);
            at = end;
        }
    }

    /** "the women share", "the share of smokers". */
    private Optional<Part> shared(int at, boolean share) {
        return SubjectAt.of(s, at)
                .filter(f -> f.category().isPresent())
                .filter(f -> share || LIMITS.contains(s.word(f.to())))
                .filter(f -> Last.asked(current, f.id()))
                .map(f -> new Part(one(f.category().get()), f.to()));
    }

    /** "drop the Hispanic share" leaves that of other people. */
    private String one(CategoryIn of) {
        boolean share =
                current.constraints().stream()
                        .anyMatch(c -> c instanceof Constraint.Share h && h.criterion().equals(of));
        return share && !of.variable().equals("sex")
                ? Edit.Forget.share(of).subject()
                : of.variable();
    }

    /** "take BMI off", "take off the BMI limit". */
    private boolean off(int i) {
        for (int k = i + 1; k < i + 7; k++) {
            if (s.like(k, "off|away|out")) {
                return true;
            }
        }
        return false;
    }

    /** "both sexes", "any age", "regardless of age". */
    private void any(int i) {
        int at =
                ANY.contains(s.word(i))
                        ? i + 1
                        : Math.max(s.after(i, "regardless of"), s.after(i, "irrespective of"));
        if (at < 0 || !SubjectAt.VARIABLES.containsKey(s.word(at))) {
            return;
        }
        boolean made = s.like(at, "smokers?") && s.like(i - 1, "them|it|be|are|make");
        if (made) {
            return; // "make them all smokers"
        }
        forget(SubjectAt.VARIABLES.get(s.word(at)), i, at + 1);
    }

    /** "put the smokers back in", "allow smokers again". */
    private void back(int i) {
        boolean put = s.like(i, "put|let|allow|include|bring|take");
        int at = s.word(i + 1).equals("the") ? i + 2 : i + 1;
        boolean back = s.like(at + 1, "back|again");
        if (put && back && s.like(at, "smokers?")) {
            int to = s.word(at + 2).equals("in") ? at + 3 : at + 2;
            forget("smoking", i, to);
            return;
        }
        if (put && back && sexes.back(i, at)) {
            return;
        }
        Optional<Part> part = put ? subject(at) : Optional.empty();
        boolean again = part.isPresent() && s.like(part.get().to(), "back|again");
        if (again && Last.asked(current, part.get().subject())) {
            int end = part.get().to() + 1;
            forget(part.get().subject(), i, s.word(end).equals("in") ? end + 1 : end);
        }
    }

    private Optional<Part> subject(int at) {
        if (SubjectAt.VARIABLES.containsKey(s.word(at))) {
            return Optional.of(new Part(SubjectAt.VARIABLES.get(s.word(at)), at + 1));
        }
        if (s.like(at, "diabetes|diabetics?")) { // the type that is asked for
            for (String id : List.of("type-2-diabetes", "type-1-diabetes")) {
                if (Last.asked(current, id)) {
                    return Optional.of(new Part(id, at + 1));
                }
            }
        }
        for (Concept.Kind kind : Concept.Kind.values()) {
            Optional<Sentence.Named> n = s.namedAt(at, kind);
            if (n.isPresent()) {
                return Optional.of(new Part(n.get().concept().id(), n.get().to()));
            }
        }
        return Optional.empty();
    }

    /** A condition or drug of whom some were asked to have it: dropping it drops the wish. */
    private boolean askedOfPeople(String id) {
        for (Constraint c : current.constraints()) {
            List<Criterion> of =
                    c instanceof Constraint.Require r
                            ? List.of(r.criterion())
                            : c instanceof Constraint.Share h ? List.of(h.criterion()) : List.of();
            for (Criterion criterion : of) {
                boolean has =
                        criterion instanceof Criterion.HasCondition h && h.condition().equals(id);
                boolean takes =
                        criterion instanceof Criterion.TakesMedication t
                                && t.medication().equals(id);
                boolean lives = criterion instanceof CategoryIn in && in.variable().equals(id);
                if (has || takes || (lives && Regions.in(criterion))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void forget(String subject, int from, int to) {
        draft.edit(new Edit.Forget(subject), from, to);
    }
}
