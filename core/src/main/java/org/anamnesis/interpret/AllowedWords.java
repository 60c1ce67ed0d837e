package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anamnesis.code.Concept.Kind;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * What may be is not what must be: "aspirin ok", "hypertension may be present", "regardless of
 * asthma" ask nothing of anybody; where it is excluded, it is so no more.
 */
final class AllowedWords {
    /** Behind a name, up to the end of its clause. */
    private static final Phrases BEHIND =
            new Phrases(
                    List.of(
                            "ok",
                            "okay",
                            "fine",
                            "allowed",
                            "permitted",
                            "optional",
                            "acceptable",
                            "tolerated",
                            "possible",
                            "welcome",
                            "occur",
                            "be present",
                            "be there",
                            "be used",
                            "be taken",
                            "be included",
                            "be allowed",
                            "be ok",
                            "be okay",
                            "be fine",
                            "exist",
                            "participate",
                            "take part"));

    /** Between a name and those. */
    private static final String VERB = "is|are|may|can|might|could|would|also|as|well|be";

    /** Before a name. */
    private static final Phrases BEFORE =
            new Phrases(
                    List.of(
                            "may have",
                            "might have",
                            "can have",
                            "could have",
                            "may also have",
                            "may be on",
                            "can be on",
                            "may take",
                            "can take",
                            "may use",
                            "regardless of",
                            "irrespective of",
                            "no matter whether",
                            "allow",
                            "allowing",
                            "allow for",
                            "allowing for",
                            "permit",
                            "permitting",
                            "with and without",
                            "with or without",
                            "with / without",
                            "allowed"));

    private static final String LEAD =
            "the|a|an|any|with|on|for|to|have|had|take|whether|they|people|patients|drugs?|medications?"
                    + "|therapy|therapies|treatments?|background|concomitant|conditions?|comorbidities|:";

    /** Of some, of nobody or of them alone: then it is no permission. */
    private static final String ELSE =
            "%|percent|half|third|quarter|only|no|not|never|nobody|without|none|up|exclud.*|of|must|all|everyone";

    private record Name(String subject, int from, int to) {}

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private AllowedWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        AllowedWords words = new AllowedWords(draft, current);
        List<Name> names = words.names();
        for (int i = 0; i < names.size(); i++) {
            int last = i;
            boolean led = words.before(names.get(i).from()) >= 0;
            while (last + 1 < names.size() && words.joined(names, last, led)) {
                last++;
            }
            words.list(names.subList(i, last + 1));
            i = last;
        }
    }

    private List<Name> names() {
        List<Name> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.CONDITION, Kind.INGREDIENT, Kind.DRUG_CLASS)) {
            s.unused(kind).forEach(n -> all.add(new Name(n.concept().id(), n.from(), n.to())));
        }
        for (CategoryWords.Place p : CategoryWords.places(s)) {
            if (p.asked().variable().equals("smoking")) {
                all.add(new Name("smoking", p.from(), p.to()));
            }
        }
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "diabetes|diabetics?|dm") && s.free(i) && !s.inConcept(i)) {
                all.add(new Name("type-2-diabetes", i, i + 1));
            } else if (s.like(i, VagueWords.CANCER) && s.free(i) && !s.inConcept(i)) {
                all.add(new Name(VagueWords.CANCERS.get(0), i, i + 1));
            }
        }
        all.sort(Comparator.comparingInt(Name::from));
        return all;
    }

    /** "allowed: metformin, aspirin"; before "may occur" only "A and B", and not of a cohort. */
    private boolean joined(List<Name> names, int i, boolean led) {
        int end = names.get(i).to();
        int start = names.get(i + 1).from();
        return Lists.joined(s, end, start)
                && (led
                        || (!s.word(end).equals(",")
                                && !otherwise(names.get(i).from())
                                && !counted(end)));
    }

    private boolean counted(int before) {
        for (int i = before - 1; i >= 0 && !s.like(i, "[.;,:!]"); i--) {
            if (CohortHeads.count(s, i)) {
                return true;
            }
        }
        return false;
    }

    private void list(List<Name> names) {
        int start = before(names.get(0).from());
        int end = behind(names.get(names.size() - 1).to());
        int from = start >= 0 ? start : names.get(0).from();
        int to = Math.max(end, names.get(names.size() - 1).to());
        if ((start < 0 && end < 0) || !s.free(from, to) || otherwise(from)) {
            return;
        }
        boolean lifted = false;
        for (Name n : names) {
            if (excluded(n.subject())) {
                draft.edit(new Edit.Forget(n.subject()), from, to);
                lifted = true;
            }
        }
        if (!lifted) {
            draft.invite(
                    "request.allowed",
                    from,
                    to,
                    "What is allowed is asked of nobody.",
                    "20 % with " + s.english(names.get(0).from(), names.get(0).to()));
        }
    }

    /** First token of the words before a name that allow it, or -1. */
    private int before(int name) {
        for (int i = Math.max(0, name - 6); i < name; i++) {
            int to = s.afterAny(i, BEFORE);
            while (to > 0 && to < name && s.like(to, LEAD)) {
                to++;
            }
            if (included(i, name)) {
                return i;
            }
            boolean allowed = s.word(i).equals("allowed"); // "allowed: metformin"
            if (to == name && (!allowed || s.like(name - 1, ":"))) {
                return i;
            }
        }
        return -1;
    }

    /**
     * "200 patients including smokers", "incl. those on dialysis" widen whom there may be;
     * "comorbidities including CKD" and "including 50 smokers" do not.
     */
    private boolean included(int i, int name) {
        if (!s.like(i, "including|incl|includes|include|inclusive")) {
            return false;
        }
        int at = s.like(i + 1, "of|also|[.]") ? i + 2 : i + 1;
        int people = at;
        while (at < name && s.like(at, LEAD + "|those|ones|anyone|everyone|who|are|current")) {
            at++;
        }
        boolean who = s.like(people, "those|people|patients|ones|anyone");
        boolean smoking =
                CategoryWords.places(s).stream()
                        .anyMatch(p -> p.from() == name && p.asked().variable().equals("smoking"));
        return at == name && (who || smoking);
    }

    /** One past the words behind a name that allow it, or -1. */
    private int behind(int name) {
        int at = name;
        while (s.like(at, VERB) && s.afterAny(at, BEHIND) < 0) {
            at++;
        }
        at = stage(at);
        int to = s.afterAny(at, BEHIND);
        to = to > 0 && s.like(to, "again|too|now|though|also|here") ? to + 1 : to;
        to = to > 0 && s.like(to, "as") && s.like(to + 1, "well") ? to + 2 : to;
        boolean able =
                !s.like(at, "occur|exist|participate|take")
                        || s.like(at - 1, "may|can|might|could");
        return to > 0 && able && s.like(to, "|[,;.!)]|but|and") ? to : -1;
    }

    /** "CKD stage 3 ok". */
    private int stage(int at) {
        return s.word(at).equals("stage") ? at + 2 : at;
    }

    private boolean otherwise(int from) {
        for (int i = from - 1; i >= 0 && !s.like(i, "[.;,:!]|but|and"); i--) {
            if (s.like(i, ELSE) || s.at(i).kind() == Token.Kind.FRACTION) {
                return true;
            }
        }
        return false;
    }

    private boolean excluded(String subject) {
        for (Constraint c : current.constraints()) {
            boolean not =
                    c instanceof Constraint.Require r && r.criterion() instanceof Criterion.Not;
            if (not && (Last.subject(c).equals(subject) || Last.concept(c).equals(subject))) {
                return true;
            }
        }
        return false;
    }
}
