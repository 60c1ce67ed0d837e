package org.anamnesis.interpret;

import java.util.List;

/**
 * Spans and rhythms of a history in other languages, in the order and words of English: "alle 3
 * Monate", "sur 5 ans", "2019年至2024年", "dreijähriger Verlauf". What lasts is no age.
 */
final class HistoryOrder extends PartOrder {
    /** 年, which is never one of age: 岁 is. */
    private static final String NIAN = "{nian}";

    /** In the table: it lasts so long, whatever words of time would be of an age. */
    private static final String LASTING = "{lasting}";

    private static final String UNITS = "years|months|weeks|days|year|month|week|day|\\{nian\\}";
    private static final String NOUNS =
            "history|records|data|follow-up|observation|medical data|medical records";
    private static final String CONTACTS = "emergency visits|hospital stays|visits";
    private static final String CHANGED =
            "\\{swap\\}|make it|to|change|up to|instead|by|(extend|shorten)( to)?";
    private static final String FOLLOWED = "followed|observed|tracked|seen|monitored";
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;

    private HistoryOrder(List<Part> parts) {
        super(parts);
    }

    static void of(List<Part> parts) {
        FollowedOrder.of(parts);
        var order = new HistoryOrder(parts);
        for (int i = 0; i < parts.size(); i++) {
            order.half(i);
            order.extended(i);
        }
        for (int i = 0; i < parts.size(); i++) {
            order.calendar(i);
            order.every(i);
            order.spanning(i);
            order.lasting(i);
            order.one(i);
        }
        for (int i = 0; i < parts.size(); i++) {
            order.range(i);
            order.nian(i);
        }
    }

    private boolean year(int i) {
        boolean whole = number(i) && english(i).matches("[0-9]{4}");
        int n = whole ? Integer.parseInt(english(i)) : 0;
        return n >= EARLIEST && n <= LATEST;
    }

    /** "deux ans et demi", "dos años y medio", "zwei und ein halbes Jahr", "两年半". */
    private void half(int i) {
        boolean behind = like(i + 1, "years|\\{nian\\}") && like(i + 2, "and|half|半");
        int at = like(i + 2, "and") ? i + 3 : i + 2;
        boolean half = behind && like(at, "half|a half|mean|demi|半") && !like(at + 1, "of|number");
        boolean before =
                like(i + 1, "and") && like(i + 2, "half|a half") && like(i + 3, "years|months");
        if (!number(i) || (!half && !before)) {
            return;
        }
        Part n = parts.get(i);
        int last = half ? at : i + 2;
        String more = n.english().contains(".") ? n.english() : n.english() + ".5";
        parts.set(i, Part.number(more, n.start(), parts.get(last).end()));
        if (half) {
            parts.subList(i + 2, at + 1).clear();
        } else {
            parts.subList(i + 1, i + 3).clear();
        }
    }

    /** "alarga a 10 años": to so much, not by so much. */
    private void extended(int i) {
        if (like(i, "\\{to\\}|\\{until\\}") && number(i + 1) && like(i + 2, UNITS)) {
            boolean verb = false;
            for (int k = Math.max(0, i - 4); k < i; k++) {
                verb |= like(k, "extend|shorten");
            }
            set(i, verb ? "to" : english(i));
        }
    }

    /** "2019年" is a year of the calendar. */
    private void calendar(int i) {
        if (year(i) && english(i + 1).equals(NIAN)) {
            parts.remove(i + 1);
        }
    }

    /** "von 2019 bis 2024", "de 2019 a 2024", "2019 à 2024". */
    private void range(int i) {
        boolean to = like(i + 1, "\\{to\\}|\\{until\\}|to|-|–") && year(i + 2);
        if (!year(i) || !to) {
            return;
        }
        set(i + 1, "to");
        if (like(i - 1, "of|in")) {
            set(i - 1, "from");
        } else if (!like(i - 1, "from|between|since|over|during")) {
            Part first = parts.get(i);
            parts.add(i, Part.words("from", first.start(), first.end()));
        }
    }

    /** "alle 3 Monate", "cada 6 semanas", "tous les mois", "每3个月". */
    private void every(int i) {
        boolean many = number(i + 1) && like(i + 2, UNITS);
        if (english(i).equals("all") && (many || like(i + 1, UNITS))) {
            set(i, "every");
            int unit = many ? i + 2 : i + 1;
            set(unit, english(unit).equals(NIAN) ? "years" : english(unit));
        }
    }

    /** "über 5 Jahre" is a span where it is no age; which of them, is told as in English. */
    private void spanning(int i) {
        boolean years = number(i + 1) && like(i + 2, "years|months|weeks|days");
        boolean age =
                like(i - 1, "age|aged|older|at|is|are") || like(i + 3, "old|or|and|years old");
        if (english(i).equals("{over}") && years && !age && !diabetes(i)) {
            set(i, "over");
        }
    }

    /** "Diabetes Typ 2 über 5 Jahre": of it the survey tells for how long somebody has had it. */
    private boolean diabetes(int i) {
        for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
            if (like(k, "patients|people|.*diabetics|[,;.]")) {
                return false;
            }
            if (like(k, "(?i).*diabetes.*")) {
                return true;
            }
        }
        return false;
    }

    /** "durante 5 años", "sur 5 ans", "5年随访", "dreijähriger Verlauf": so long a history. */
    private void lasting(int i) {
        boolean led = like(i, "\\{lasting\\}|on") && number(i + 1) && like(i + 2, UNITS);
        boolean old = number(i) && like(i + 1, "years old") && like(i + 2, NOUNS);
        if (led && !like(i + 3, "old|or|and")) {
            boolean followed = like(i - 1, FOLLOWED);
            set(i, followed ? "for" : "with");
            String unit = english(i + 2).equals(NIAN) ? "years" : english(i + 2);
            boolean noun = like(i + 3, NOUNS) || like(i + 3, "of");
            set(i + 2, followed || noun ? unit : unit + " of history");
        } else if (old) {
            set(i + 1, "years of");
        } else if (english(i).equals(LASTING)) {
            set(i, "during");
        }
    }

    /** 5年: of the follow-up that is named beside it, of the records where it stands alone. */
    private void nian(int i) {
        if (!english(i).equals(NIAN)) {
            return;
        }
        set(i, "years");
        int n = i - 1;
        String before = english(n - 1);
        String after = english(i + 1);
        boolean alone = before.matches("|[,;(]") && after.matches("|[,;.)]|" + NOUNS);
        if (!number(n)
                || before.matches(CHANGED)
                || before.matches(
                        "every|with|for|over|past|above|below|at least|at most|more than|less than")) {
            return;
        }
        if (after.matches(NOUNS)) {
            set(i, "years of");
        } else if (alone) {
            set(i, "years of history");
        } else if (!before.matches(NOUNS)) { // of an illness: how long they have had it
            Part first = parts.get(n);
            parts.add(n, Part.words("for", first.start(), first.end()));
        }
    }

    /** "füge jedem einen Notfallbesuch hinzu": an article that counts. */
    private void one(int i) {
        if (english(i).equals("a") && like(i + 1, CONTACTS)) {
            Part article = parts.get(i);
            parts.set(i, Part.number("1", article.start(), article.end()));
        }
    }
}
