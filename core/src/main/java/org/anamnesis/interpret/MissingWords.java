package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * "5 % missing potassium, more in the old", "a tenth lack an IgE", "2 % outliers in creatinine".
 */
final class MissingWords {
    private static final Set<String> MISSING =
            Set.of(
                    "missing",
                    "missingness",
                    "blank",
                    "absent",
                    "empty",
                    "unavailable",
                    "lack",
                    "lacks",
                    "lacking",
                    "gaps",
                    "gap",
                    "null",
                    "unmeasured",
                    "unrecorded");
    private static final Set<String> RECORDED =
            Set.of(
                    "measured",
                    "recorded",
                    "available",
                    "known",
                    "documented",
                    "taken",
                    "entered",
                    "result",
                    "results",
                    "value",
                    "values",
                    "measurement",
                    "measurements",
                    "reading",
                    "readings",
                    "entry");

    /** Before "more often among men", of values that are missing already. */
    private static final Set<String> LEAD =
            Set.of(
                    ("and but also the gap gaps missing missingness values they it should be are is these "
                                    + "those happen occur with data")
                            .split(" "));

    private static final Set<String> AFFECT =
            Set.of(
                    ("affect affects affected hit hits concern concerns concerned strike strikes"
                                    + " struck lack lacking involve involved impacted happen occur"
                                    + " happens occurs apply applies missing absent blank")
                            .split(" "));

    private static final Set<String> OUTLIERS =
            Set.of("outliers", "outlier", "outlying", "implausible", "extreme");

    private final Draft draft;
    private final Sentence s;
    private final NearNames near;

    MissingWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
        this.near = new NearNames(s);
    }

    /**
     * Reads what this word says of missing or outlying values; false if it says nothing of them.
     */
    boolean find(int i) {
        boolean missing = MISSING.contains(s.word(i)) || unrecorded(i);
        if ((missing || OUTLIERS.contains(s.word(i))) && list(i, missing)) {
            return true;
        }
        if (missing || OUTLIERS.contains(s.word(i))) {
            share(i, missing);
            return true;
        }
        return false;
    }

    /** "missing: HbA1c 10 %, LDL 5 %", each with a share of its own behind it. */
    private boolean list(int i, boolean missing) {
        int at = i + 1;
        while (s.like(at, "values?|entries|data|:|=|in|for|of")) {
            at++;
        }
        List<Draft.Gap> gaps = new ArrayList<>();
        while (true) {
            int start = at;
            Optional<Sentence.Named> of = s.namedAt(at, Concept.Kind.OBSERVATION);
            int n = of.map(Sentence.Named::to).orElse(at);
            n = s.like(n, ":|=|in|\\(") ? n + 1 : n;
            double amount = s.at(n).doubleValue();
            if (of.isEmpty() || !share(n) || amount < 0 || amount > 100 || !s.free(at)) {
                break;
            }
            int end = s.word(end(n)).equals(")") ? end(n) + 1 : end(n);
            gaps.add(new Draft.Gap(of.get().concept().id(), amount, start, end, -1));
            at = end;
            while (s.like(at, ",|;|and")) {
                at++;
            }
        }
        if (gaps.isEmpty() || (gaps.size() == 1 && !s.word(i + 1).equals(":"))) {
            return false;
        }
        s.use(i, gaps.get(gaps.size() - 1).to());
        for (Draft.Gap g : gaps) {
            if (missing) {
                draft.gap(g);
            } else {
                var outliers = new Overwrite.Outliers(g.observation(), g.percent());
                draft.edit(new Edit.AddOverwrite(outliers), g.from(), g.to());
            }
        }
        return true;
    }

    /** "5 % missing potassium", "LDL missing in 15 %", "2 % outliers in creatinine". */
    private void share(int i, boolean missing) {
        int[] percent = percent(i);
        int past = percent.length > 0 && percent[0] > i ? percent[1] : i + 1;
        Optional<Sentence.Named> of =
                near.behind(i + 1)
                        .or(() -> near.before(i))
                        .or(() -> near.behind(past))
                        .or(() -> near.near(i));
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
        to = missing && RECORDED.contains(s.word(to)) ? to + 1 : to;
        List<Sentence.Named> all = near.listed(of.get());
        from = Math.min(from, all.get(0).from());
        to = Math.max(to, all.get(all.size() - 1).to());
        if (missing && ofSome(from, to)) {
            return;
        }
        s.use(from, to);
        int more = missing ? more(to) : -1;
        for (Sentence.Named n : all) {
            String id = n.concept().id();
            if (missing) {
                draft.gap(new Draft.Gap(id, amount, from, to, more));
            } else {
                draft.edit(new Edit.AddOverwrite(new Overwrite.Outliers(id, amount)), from, to);
            }
        }
    }

    /** "more often among the uninsured", of values that are missing already. */
    void still(CohortSpec current) {
        int start = 0;
        while (start < 8 && LEAD.contains(s.word(start))) {
            start++;
        }
        List<Overwrite> all = current.beyond().overwrites();
        for (CategoryWords.Place p : CategoryWords.places(s)) {
            boolean often =
                    s.word(p.to()).equals("more")
                            && s.like(p.to() + 1, "often|so|frequently|likely");
            if (often && !all.isEmpty() && all.get(all.size() - 1) instanceof Overwrite.Missing m) {
                draft.gap(
                        new Draft.Gap(m.observation(), m.percent(), 0, p.from(), turned(p.from())));
                s.use(0, p.from());
                return;
            }
        }
        boolean more =
                s.word(start).equals("more")
                        && s.like(
                                start + 1,
                                "often|so|frequently|frequent|common|likely|missing|in|among|for");
        if (more && !all.isEmpty() && all.get(all.size() - 1) instanceof Overwrite.Missing m) {
            draft.gap(new Draft.Gap(m.observation(), m.percent(), 0, start + 1, more(start)));
            s.use(0, start);
        } else if (!all.isEmpty()
                && all.get(all.size() - 1) instanceof Overwrite.Missing m
                && !anew()
                && affected()) {
            draft.gap(new Draft.Gap(m.observation(), m.percent(), 0, 0, 0));
        }
    }

    /** Whether a share of its own is said. */
    private boolean anew() {
        return IntStream.range(0, s.size()).anyMatch(this::share);
    }

    /** "people above 70 should be affected more often", "this should hit smokers more often". */
    private boolean affected() {
        int verb = -1;
        int more = -1;
        for (int i = 0; i < s.size(); i++) {
            boolean often = s.like(i + 1, "often|frequently|likely|so|strongly|commonly|severely");
            more = s.free(i) && s.word(i).equals("more") && often ? i : more;
            verb = s.free(i) && AFFECT.contains(s.word(i)) ? i : verb;
        }
        if (verb < 0 || more < 0) {
            return false;
        }
        s.use(more, more + 2);
        s.use(verb, verb + 1);
        for (int i = 0; i < s.size(); i++) {
            if (s.free(i)
                    && s.like(
                            i,
                            "this|that|it|they|these|should|must|shall|to|be|are|is|will|the|ought|may|by|have|has|of|them|in|for|among|please|and")) {
                s.use(i, i + 1);
            }
        }
        return true;
    }

    /** "10 % missing phosphate in women": of a part alone, which no specification can hold. */
    private boolean ofSome(int from, int to) {
        int at = s.word(to).equals(",") ? to + 1 : to;
        at = s.like(at, "only|just|solely") ? at + 1 : at;
        int who = s.like(at, "in|among|amongst|within|for|of") ? at + 1 : -1;
        Optional<Subgroups.Part> part =
                who < 0 ? Optional.empty() : new Subgroups(s, CohortSpec.DEFAULT).behind(who);
        if (part.isEmpty() || !s.like(part.get().to(), "|[.,;)!]|and|please|only")) {
            return false;
        }
        draft.invite(
                "request.part",
                from,
                part.get().to(),
                "This is asked of a part of the patients only, and such a wish cannot be kept.",
                "the same with \"more often in\" in front of who lacks it more often");
        return true;
    }

    /** First token of ", more often in the old": whoever is named behind it lacks it more often. */
    private int more(int to) {
        int at = to;
        while (Set.of(",", "and", "but", "with").contains(s.word(at))) {
            at++;
        }
        boolean more = s.word(at).equals("more") || s.word(at).equals("mostly");
        if (!more) {
            return turned(at);
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
        boolean alone = s.at(at + 1).kind() != Token.Kind.WORD && !s.at(at + 1).number();
        if (alone && s.like(at, "old|older|aged")) {
            draft.assume("The old are taken as 65 years and older.");
            draft.found(
                    Draft.Topic.AGE,
                    new Criterion.AgeBetween(AgeWords.OLD, AgeWords.OLDEST),
                    at,
                    at + 1);
        }
        return at;
    }

    /** ", men more often than women": who lacks it more often stands first. */
    private int turned(int from) {
        for (int at = from + 1; at < from + 5 && s.free(from, at + 1); at++) {
            if (s.word(at).equals("more") && s.like(at + 1, "often|so|frequently|likely")) {
                int than = at + 2;
                while (s.like(than, "than|in|among|the") && than < at + 5) {
                    than++;
                }
                boolean compared = s.word(at + 2).equals("than");
                s.use(at, compared ? than + 1 : at + 2);
                return from;
            }
        }
        return -1;
    }

    /** "a tenth have no UACR result", "10 % of LDL not measured". */
    private boolean unrecorded(int i) {
        if (!s.like(i, "no|not|without|never")) {
            return false;
        }
        int at = s.like(i + 1, "a|an|any") ? i + 2 : i + 1;
        Optional<Sentence.Named> of = s.namedAt(at, Concept.Kind.OBSERVATION);
        boolean not = s.like(i, "not|never");
        return RECORDED.contains(s.word(of.map(Sentence.Named::to).orElse(at)))
                && (of.isPresent() || not);
    }

    /** Number and end of the percentage nearest to a word: before it, else behind. */
    private int[] percent(int i) {
        for (int k = i - 1; k >= Math.max(0, i - 9); k--) {
            if (share(k) && near.clause(k, i)) {
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
