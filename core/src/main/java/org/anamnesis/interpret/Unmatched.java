package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;

/**
 * What need not be the same in all groups any more: "no matching", "don't match on sex after all",
 * "age may differ now", "match on age only".
 */
final class Unmatched {
    private static final String NO =
            "no|without|drop|remove|not|dont|stop|forget|cancel|lift|neednt|needn|never|unmatch|scrap|delete";
    private static final String MATCH = "matching|matched|match|unmatch|balanced|balancing";
    private static final String BETWEEN =
            "the|be|been|t|'|any|more|anymore|them|groups|arms|on|for|by|of|need|to|have|longer|it|that|both|and|age|sex|a";
    private static final String MAY =
            "may|can|might|could|should|will|is|are|does|do|allowed|to|now|be|free|again";

    private final Draft draft;
    private final Sentence s;
    private final Groups groups;

    Unmatched(Draft draft, Groups groups) {
        this.draft = draft;
        this.s = draft.sentence;
        this.groups = groups;
    }

    /** Whether the message was about that. */
    boolean found() {
        return only() || refused() || free() || needless();
    }

    /** "don't match on sex", "drop the sex matching", "no matching". */
    private boolean refused() {
        for (int i = 0; i < s.size(); i++) {
            int at = i;
            while (s.like(at, NO + "|" + BETWEEN) && !s.like(at, MATCH) && at < i + 6) {
                at++;
            }
            boolean said = s.like(i, NO) && s.like(at, MATCH);
            if (said) {
                int end = at + 1;
                List<String> names = names(i, at);
                while (s.like(end, BETWEEN + "|after|all|either|gender|ages|[,]")
                        || observed(end)) {
                    end++;
                }
                names.addAll(names(at, end));
                if (names.isEmpty() && i > 0 && i < 3) { // "eGFR needn't be matched"
                    names.addAll(names(0, i));
                    take(names, 0, end);
                    return true;
                }
                take(names, i, end);
                return true;
            }
        }
        return false;
    }

    /** "age may differ now", "the sexes need not be alike". */
    private boolean free() {
        List<String> names = names(0, s.size());
        boolean there = !names.isEmpty() && groups.same().containsAll(names);
        for (int i = 0; i < s.size() && there; i++) {
            int at = i;
            while (s.like(at, MAY)) {
                at++;
            }
            if (at > i && s.like(at, "differ|vary|different")) {
                take(names, 0, s.size());
                return true;
            }
        }
        return false;
    }

    /** "sex need not be the same". */
    private boolean needless() {
        List<String> names = names(0, s.size());
        boolean there = !names.isEmpty() && groups.same().containsAll(names);
        for (int i = 0; i < s.size() && there; i++) {
            boolean need =
                    s.like(i, "neednt")
                            || (s.like(i, "need|needs|has|have|must|should")
                                    && s.like(i + 1, "not|no"))
                            || (s.like(i, "no") && s.like(i + 1, "longer"))
                            || (s.like(i, "not|dont|doesnt") && s.like(i + 1, "have|need"));
            int at = i + 1;
            while (need
                    && s.like(
                            at,
                            "not|no|longer|have|need|to|be|the|as|same|alike|equal|identical|similar")) {
                if (s.like(at, "same|alike|equal|identical|similar")) {
                    take(names, 0, s.size());
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    /** "match on age only": of what was the same, the rest may differ. */
    private boolean only() {
        boolean only = false;
        boolean match = false;
        for (int i = 0; i < s.size(); i++) {
            only |= s.like(i, "only|just|solely");
            match |= s.like(i, "match|matched|matching");
        }
        List<String> names = names(0, s.size());
        boolean fewer =
                !names.isEmpty()
                        && groups.same().containsAll(names)
                        && names.size() < groups.same().size();
        if (only && match && fewer && s.size() <= 10) {
            keep(names, 0, s.size());
            return true;
        }
        return false;
    }

    private void take(List<String> names, int from, int to) {
        List<String> rest = new ArrayList<>(groups.same());
        rest.removeAll(names);
        keep(names.isEmpty() ? List.of() : rest, from, to);
    }

    private void keep(List<String> rest, int from, int to) {
        draft.edit(new Edit.MatchGroups(List.of()), from, to);
        if (!rest.isEmpty()) {
            draft.edit(new Edit.MatchGroups(rest), from, to);
        }
        s.use(from, to);
    }

    private boolean observed(int i) {
        return s.namedAt(i, Concept.Kind.OBSERVATION).isPresent();
    }

    private List<String> names(int from, int to) {
        List<String> ids = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String plain = MatchWords.VARIABLES.get(s.word(i));
            if (plain != null) {
                ids.add(plain);
            }
            s.namedAt(i, Concept.Kind.OBSERVATION).ifPresent(n -> ids.add(n.concept().id()));
        }
        return ids;
    }
}
