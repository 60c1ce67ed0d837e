package org.anamnesis.interpret;

import java.util.Locale;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Draft.Found;
import org.anamnesis.interpret.Draft.Topic;
import org.anamnesis.spec.Criterion.CategoryIn;

/**
 * How far a verb of excluding reaches: "exclude type 1, recent stroke, and anyone on insulin". What
 * follows in its list is excluded too; what begins another thought is not.
 */
final class ExclusionLists {
    private static final Set<String> VERBS =
            Set.of(
                    ("exclude excluding excludes omit omitting drop dropping remove"
                                    + " removing ban bar eliminate rid discard ditch")
                            .split(" "));

    /** With "out" behind them: "leave out", "rule out". */
    private static final String OUT =
            "leave|leaving|rule|ruling|screen|filter|throw|weed|kick|take|cut|sort";

    private static final String OUT_OF =
            "(?:" + OUT + ")\\s+out|get\\s+rid\\s+of|do\\s+away\\s+with";

    private static final Set<String> PEOPLE =
            Set.of(
                    ("anyone anybody those people patients persons individuals ones subjects"
                                    + " participants any whoever cases men women")
                            .split(" "));

    /** May stand between people and what they are excluded for. */
    private static final Set<String> BESIDE =
            Set.of(
                    ("the a an who whose with on taking takes take have has having had that are is"
                                    + " were of recent prior previous past current known existing history"
                                    + " using use also active under receiving treated")
                            .split(" "));

    /** Begin another thought. */
    private static final Set<String> STOP =
            Set.of(
                    (". ; : ! ? % percent but keep include including add adding make making set only"
                                    + " all everyone everybody want need then instead use put give"
                                    + " generate create change mean average otherwise except unless"
                                    + " require requiring from replace increase raise lower reduce")
                            .split(" "));

    private ExclusionLists() {}

    /** Whether a criterion is one of a list that such a verb began, behind the first. */
    static boolean reach(Sentence s, Found f) {
        boolean people = false;
        boolean joined = false;
        boolean or = false;
        boolean named = f.topic() == Topic.CONDITION || f.topic() == Topic.MEDICATION;
        boolean smokers = f.criterion() instanceof CategoryIn c && c.variable().equals("smoking");
        smokers &= !(s.like(f.from(), "never") && s.like(f.from() + 1, "smoked"));
        boolean limit = LimitEnds.open(f.criterion()) && !s.like(f.from(), "aged");
        boolean bare = s.like(f.from() - 1, ";") && s.like(f.to(), "|[.;]");
        if (bare) {
            return (named || smokers || limit) && begun(s, f, f.from() - 2, true);
        }
        boolean taking = false;
        int i = f.from() - 1;
        for (; i >= 0; i--) {
            String w = s.word(i);
            if (Lists.link(s, i)) {
                joined = true;
                or |= s.like(i, "or|nor");
            } else if (joined) {
                break;
            } else if (PEOPLE.contains(w)) {
                people = true;
            } else if (BESIDE.contains(w)) {
                taking |= w.equals("on") || w.equals("with");
            } else {
                return false;
            }
        }
        boolean asked = (named || smokers || limit) && !taking;
        return joined && (people || asked || (limit && or)) && begun(s, f, i, false);
    }

    /** "forget it, COPD": what is forgotten is not what follows. */
    static boolean idle(Sentence s, int verb) {
        return (Words.DROPPING.contains(s.word(verb)) || s.word(verb).equals("lose"))
                && s.like(verb + 1, "it|that|this|all|everything|,|\\.|;|!");
    }

    /** Whether such a verb ends here. */
    static boolean verb(Sentence s, int i) {
        boolean out = s.word(i).equals("out") && s.like(i - 1, OUT);
        boolean one = // "leave out", "get rid of" are one token
                s.word(i).equals("without")
                        && Words.like(s.english(i, i + 1).toLowerCase(Locale.ROOT), OUT_OF);
        return out || one || VERBS.contains(s.word(i));
    }

    /**
     * @param further whether a semicolon may stand in the list: "exclude insulin; stroke"
     */
    private static boolean begun(Sentence s, Found f, int from, boolean further) {
        for (int i = from; i >= 0; i--) {
            if (verb(s, i)) {
                return !(f.topic() == Topic.LIMIT && column(s, i)) && !(further && head(s, f, i));
            }
            boolean title = s.word(i).equals(":") && verb(s, i - 1);
            boolean stop = STOP.contains(s.word(i)) && !(further && s.word(i).equals(";"));
            if ((stop && !title) || CohortHeads.count(s, i)) {
                return false;
            }
        }
        return false;
    }

    /**
     * "exclude smokers; asthma; n=100", "exclude gout and heart failure; asthma; n=100": no other
     * condition is there whose cohort it could be.
     */
    private static boolean head(Sentence s, Found f, int verb) {
        boolean first =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.CONDITION))
                        .allMatch(n -> n.from() > verb && n.from() <= f.from());
        return f.topic() == Topic.CONDITION
                && first
                && !s.like(verb + 1, ":")
                && (CohortHeads.between(s, f.to(), s.size()) || CohortHeads.between(s, 0, verb));
    }

    /** "drop HbA1c, eGFR < 60": a column is dropped, nobody is excluded. */
    private static boolean column(Sentence s, int verb) {
        int at = verb + 1;
        while (s.like(at, "the|my|our|:")) {
            at++;
        }
        int to = at;
        while (s.observed(to)) {
            to++;
        }
        return to > at
                && Lists.link(s, to)
                && s.like(verb, "drop|dropping|remove|removing|omit|omitting|discard|ditch");
    }
}
