package org.anamnesis.interpret;

import org.anamnesis.code.Concept.Kind;

/**
 * "a flag for CKD", "columns: age, sex, CKD, hypertension": conditions and drugs that shall be
 * written, which they are anyway; nobody is asked to have them.
 */
final class ConditionColumns {
    private static final String COLUMN = "flag|flags|indicator|indicators|dummy|dummies|marker";
    private static final String LIST = "columns?|variables?|fields?|features?";

    /** May stand in a list of columns. */
    private static final String PLAIN =
            "age|sex|gender|race|ethnicity|region|insurance|smoking|status|bmi|and|or|the|&|/|also|id"
                    + "|flags?|presence|of|history";

    private ConditionColumns() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, COLUMN) || s.like(i, "columns?|variables?|fields?")) {
                flag(draft, i);
            }
            if (s.like(i, LIST) && s.like(i + 1, "[:=]")) {
                list(draft, i + 2);
            }
        }
    }

    /** "flag for CKD", "CKD flag", "a column with CKD yes/no"; with a share it is more. */
    private static void flag(Draft draft, int i) {
        Sentence s = draft.sentence;
        int at = i + 1;
        while (s.like(at, "for|of|with|telling|showing|saying|whether|if|they|have|has|the|a")) {
            at++;
        }
        int end = named(s, at);
        boolean behind = at > i + 1 && end > 0;
        if (behind && !share(s, i) && s.free(at, end)) {
            int to = end;
            while (s.like(to, "yes|no|/|or|y|n|0|1|\\(|\\)|,|and") && to < end + 8) {
                int next = named(s, to + 1);
                end =
                        s.like(to, ",|and|or") && next > 0
                                ? next
                                : s.like(to, ",|and") ? end : to + 1;
                to = Math.max(end, to + 1);
            }
            draft.unread(i, Math.max(end, at + 1));
        }
        for (Kind kind : new Kind[] {Kind.CONDITION, Kind.INGREDIENT, Kind.DRUG_CLASS}) {
            for (Sentence.Named n : s.unused(kind)) {
                if (n.to() == i && s.like(i, COLUMN) && !share(s, i)) {
                    draft.unread(n.from(), i + 1);
                }
            }
        }
    }

    private static boolean share(Sentence s, int i) {
        for (int k = Math.max(0, i - 6); k < i + 10; k++) {
            if (s.like(k, "%|percent") || s.at(k).kind() == Token.Kind.FRACTION) {
                return true;
            }
        }
        return false;
    }

    private static void list(Draft draft, int from) {
        Sentence s = draft.sentence;
        for (int i = from; i < s.size() && !s.like(i, "[.;]"); i++) {
            int end = named(s, i);
            boolean link = Lists.link(s, i) || s.like(i, PLAIN) || s.observed(i);
            boolean item = end > 0 && (i == from || Lists.link(s, i - 1)) && last(s, end);
            if (item && s.free(i, end)) {
                draft.unread(i, end);
                i = end - 1;
            } else if (!link) {
                return;
            }
        }
    }

    private static boolean last(Sentence s, int end) {
        return Lists.link(s, end) || s.like(end, "|[.;)]|flags?");
    }

    private static int named(Sentence s, int i) {
        int end = -1;
        for (Kind kind : new Kind[] {Kind.CONDITION, Kind.INGREDIENT, Kind.DRUG_CLASS}) {
            boolean other = s.namedAt(i, Kind.OBSERVATION).isPresent();
            end = Math.max(end, other ? -1 : s.namedAt(i, kind).map(Sentence.Named::to).orElse(-1));
        }
        return end;
    }
}
