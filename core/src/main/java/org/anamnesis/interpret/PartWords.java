package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;

/**
 * Wishes for some of the people only: "smokers should be over 60", "30 % of the women smoke", "20 %
 * missing HbA1c in men". No specification holds them, and asked of everyone they would be wrong.
 */
final class PartWords {
    private static final String MODAL =
            "should|must|shall|ought|need|needs|has|have|will|cannot|may";
    private static final String AMONG = "among|amongst|in|for|of|within";
    private static final String VERBS =
            "smokes?|takes?|have|has|are|is|on|use|uses|get|gets|receive|receives|need|should|must|shall|with";

    private final Draft draft;
    private final Sentence s;
    private final Subgroups parts;
    private final boolean later;

    private PartWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.parts = new Subgroups(s, current);
        this.later = !current.equals(CohortSpec.DEFAULT);
    }

    static void find(Draft draft, CohortSpec current) {
        if (current.beyond().groups().isEmpty()) {
            PartWords words = new PartWords(draft, current);
            for (int i = 0; i < words.s.size(); i++) {
                if (words.s.free(i) && words.begins(i)) {
                    words.clause(i);
                }
            }
        }
    }

    private boolean begins(int i) {
        return i == 0
                || s.like(i - 1, "[,.;:!]|and|but|also|then|please|so|that|while|where|whereas");
    }

    private void clause(int i) {
        int end = wide(i, end(i));
        boolean of = subject(i, end) || share(i, end) || either(i, end) || excluded(i, end);
        if (!of && later) {
            of = among(i, end) || behind(i, end) || shared(i, end, true) || treated(i, end);
        } else if (!of) {
            boolean among = s.like(i, "among|amongst") || s.like(i + 1, "the|those");
            of = (averaged(i, end) && behind(i, end)) || shared(i, end, false);
            of |= among && among(i, end);
        }
        if (of && (later || beside(i, end))) {
            draft.invite(
                    "request.part",
                    i,
                    end,
                    "This is asked of a part of the patients only, and such a wish cannot be kept.",
                    "groups, such as \"two groups: smokers over 60 and never smokers\", or ask it of everyone");
        }
    }

    /** End of the clause. */
    private int end(int i) {
        int at = i;
        while (at < s.size() && !s.like(at, "[.;!?]") && !(s.word(at).equals(",") && !ifs(i))) {
            at++;
        }
        return at;
    }

    /** Over the comma of "among smokers, 40 % have COPD". */
    private int wide(int i, int end) {
        boolean comma =
                s.word(end).equals(",")
                        && s.like(i, AMONG)
                        && parts.behind(i + 1).filter(p -> p.to() == end).isPresent();
        return comma ? end(end + 1) : end;
    }

    private boolean ifs(int i) {
        return s.word(i).equals("if");
    }

    /** "smokers should be over 60", "those over 65 should have an HbA1c below 8". */
    private boolean subject(int i, int end) {
        boolean every = s.like(i, "all|every|each|only|everyone|everybody|anyone|those");
        boolean except = s.like(i, "all|everyone|everybody") && s.like(i + 1, "except|but");
        Optional<Subgroups.Part> part = parts.behind(except ? i + 2 : i);
        if (part.isEmpty()) {
            return false;
        }
        int at = part.get().to();
        while (s.like(at, "in|among|of|the|this|them|these|cohort|group|also|here")) {
            at++;
        }
        boolean modal = s.like(at, MODAL + "|cant|mustnt|shouldnt");
        boolean verb = every && s.like(at, later ? VERBS : "takes?|uses?|smokes?|have|has");
        return ((modal && (later || !s.like(at, "have|has"))) || verb)
                && wish(at + 1, end, part.get());
    }

    /** "30 % of the women smoke", "half the smokers have COPD". */
    private boolean share(int i, int end) {
        int at = i;
        boolean percent = s.at(i).number() && s.like(i + 1, "%|percent");
        boolean none = s.like(i, "none|most|some|many|few|two|one");
        if (percent) {
            at = i + 2;
        } else if (s.at(i).kind() == Token.Kind.FRACTION || none) {
            at = i + 1;
        } else {
            return false;
        }
        boolean of = s.like(at, "of|the") && !s.like(at + 1, "them|these");
        Optional<Subgroups.Part> part = of || percent ? parts.behind(at) : Optional.empty();
        if (part.isEmpty() || (none && !s.word(at).equals("of"))) {
            return false;
        }
        int to = part.get().to();
        boolean told = none && to > part.get().from() + 1; // "none of the smokers below 50"
        boolean asked =
                s.like(to, "smokes?")
                        ? !part.get().subject().equals("smoking")
                        : wish(to, end, part.get());
        boolean both = !of && s.like(to, "with|on"); // "40 % women on metformin": JointShares asks
        return told || (s.like(to, VERBS) && asked && !both);
    }

    /** "if on insulin then HbA1c over 9". */
    private boolean either(int i, int end) {
        if (!ifs(i) || !later) {
            return false;
        }
        boolean then = false;
        for (int k = i + 1; k < end; k++) {
            then |= s.like(k, "then|,");
        }
        return then
                && s.like(
                        i + 1,
                        "on|taking|male|female|a|an|the|someone|they|he|she|patients?|smoker|smoking|over|under|aged|older|younger|women|men")
                && !s.like(i + 2, "possible|are|is|can");
    }

    /** "exclude men under 40", "no women on estrogen": not all of them go. */
    private boolean excluded(int i, int end) {
        boolean out =
                s.like(i, "exclude|excluding|no|without|drop|remove|omit")
                        || s.after(i, "leave out") > 0;
        if (!out) {
            return false;
        }
        int at = s.after(i, "leave out") > 0 ? i + 2 : i + 1;
        at = s.like(at, "the|all|any") ? at + 1 : at;
        boolean noun =
                s.like(
                        at,
                        "women|men|females?|males?|smokers?|nonsmokers?|diabetics|hypertensives|asthmatics");
        boolean whose =
                s.like(
                        at + 1,
                        "on|with|taking|who|without|over|under|above|below|older|younger|aged");
        return noun && whose && at + 2 < end && !s.like(at + 2, "%|percent");
    }

    /** "among smokers, 40 % have COPD", "of the men, 20 % take aspirin". */
    private boolean among(int i, int end) {
        Optional<Subgroups.Part> part = s.like(i, AMONG) ? parts.behind(i + 1) : Optional.empty();
        return part.isPresent()
                && (s.word(part.get().to()).equals(",") || s.at(part.get().to()).number())
                && wish(part.get().to(), end, part.get());
    }

    /** "20 % missing HbA1c in men", "waist > 88 for women". */
    private boolean behind(int i, int end) {
        for (int k = i + 1; k < end; k++) {
            boolean in =
                    s.like(k, "among|amongst|in|for|of")
                            && !s.like(k - 1, "often|likely|frequent|common|more");
            Optional<Subgroups.Part> part = in ? parts.behind(k + 1) : Optional.empty();
            if (part.isPresent() && part.get().to() == end && valued(i, k) && s.free(i, end)) {
                return true;
            }
        }
        return false;
    }

    /**
     * "20 % smokers among the under 50s": a share of some of them.
     *
     * @param any of whomever; if not, only of a sex, an age or those who smoke
     */
    private boolean shared(int i, int end, boolean any) {
        for (int k = i + 2; k < end; k++) {
            boolean among = s.like(k, "among|amongst");
            boolean in = any && s.like(k, "in|for|of") && !s.like(k - 1, "often|likely|more");
            Optional<Subgroups.Part> part = among || in ? parts.behind(k + 1) : Optional.empty();
            boolean told =
                    part.filter(p -> (any && among) || p.subject().matches("age|sex|smoking"))
                            .isPresent();
            if (told && part.get().to() == end && s.free(i, end)) {
                return (percent(i, k) && wish(i, k, part.get())) || averaged(i, k);
            }
        }
        return false;
    }

    /** "no beta blockers in those with asthma", "metformin for the diabetics". */
    private boolean treated(int i, int end) {
        int at = s.like(i, "no|without|with|add|give|put|also|avoid|and|stop|drop") ? i + 1 : i;
        Optional<Sentence.Named> drug = s.drugAt(s.like(at, "the|an?|any") ? at + 1 : at);
        int behind = drug.map(Sentence.Named::to).orElse(end);
        Optional<Subgroups.Part> part =
                behind < end && s.like(behind, "in|for|among|amongst|to")
                        ? parts.behind(behind + 1)
                        : Optional.empty();
        return part.filter(p -> p.to() == end).isPresent() && s.free(i, end);
    }

    private boolean percent(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean percent = s.at(i).number() && s.like(i + 1, "%|percent");
            if (percent || s.at(i).kind() == Token.Kind.FRACTION) {
                return true;
            }
        }
        return false;
    }

    /** "mean HbA1c 9 in women", beside people of both sexes. */
    private boolean averaged(int from, int to) {
        for (int i = from; i < to; i++) {
            if (s.like(i, "mean|average|avg|median")) {
                return true;
            }
        }
        return false;
    }

    /** Whether values are asked: a limit, a mean, a share of missing ones. */
    private boolean valued(int from, int to) {
        boolean number = false;
        boolean observed = false;
        for (int i = from; i < to; i++) {
            number |= s.at(i).number() && !s.inConcept(i);
            number |= s.at(i).kind() == Token.Kind.FRACTION;
            observed |= s.namedAt(i, Concept.Kind.OBSERVATION).isPresent();
            if (s.like(i, "more")) {
                return false;
            }
        }
        return number && observed;
    }

    /** Whether something is wanted of them that is not how many they are. */
    private boolean wish(int from, int end, Subgroups.Part part) {
        boolean named = false;
        boolean age = false;
        boolean percent = false;
        for (int i = from; i < end; i++) {
            int at = i;
            named |=
                    s.named().stream()
                            .anyMatch(
                                    n ->
                                            n.from() == at
                                                    && !n.concept().id().equals(part.subject()));
            named |=
                    s.like(i, "smokers?|smoking|nonsmokers|smokes?")
                            && !part.subject().equals("smoking");
            named |= s.like(i, "women|men|female|male") && !part.subject().equals("sex");
            age |=
                    s.like(i, "over|under|above|below|older|younger|aged|least|most|between")
                            && !part.subject().equals("age");
            percent |= s.like(i, "%|percent");
        }
        return named || (age && !percent);
    }

    /** Whether the message names the whole cohort beside this clause. */
    private boolean beside(int from, int end) {
        boolean people = false;
        boolean condition = false;
        for (int i = 0; i < s.size(); i++) {
            if (i < from || i >= end) {
                people |=
                        Words.PERSONS.contains(s.word(i))
                                && !s.like(i, "women|men|males?|females?");
                condition |= s.namedAt(i, Concept.Kind.CONDITION).isPresent();
            }
        }
        return people || condition;
    }
}
