package org.anamnesis.interpret;

import java.util.List;

/**
 * Since when, in which last years and how often people were followed, in the order of English:
 * "seit 2019 beobachtet", "in den letzten zwei Jahren", "suivis depuis janvier 2017", "marzo de
 * 2016", "2017年3月", "每年4次门诊".
 */
final class FollowedOrder extends PartOrder {
    static final List<String> MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");

    private static final String MONTH = String.join("|", MONTHS);
    private static final String FOLLOWED = "followed|observed|tracked|seen|monitored|follow-up";
    private static final String UNITS = "years|months|weeks|\\{nian\\}";
    private static final String ENDS = "|[,;.)(]|and|with|without";
    private static final String RHYTHM = "yearly|monthly|weekly|quarterly";

    /** In the table: what follows is so long ago and no more, "letzten", "últimos", "过去". */
    private static final String LAST = "last|past|\\{last\\}";

    /** In the table: from that year on, "起", "以来". */
    private static final String ONWARDS = "{onwards}";

    private FollowedOrder(List<Part> parts) {
        super(parts);
    }

    static void of(List<Part> parts) {
        var order = new FollowedOrder(parts);
        for (int i = 0; i < parts.size(); i++) {
            order.month(i);
        }
        for (int i = 0; i < parts.size(); i++) {
            order.months(i);
            order.onwards(i);
            order.since(i);
            order.last(i);
            order.lang(i);
            order.often(i);
            order.history(i);
        }
        parts.replaceAll(
                p -> p.is("{last}") ? p.with("last") : p.is("{month}") ? p.with("months") : p);
    }

    private boolean year(int i) {
        return number(i) && english(i).matches("(?:19|20)[0-9]{2}");
    }

    private void move(int from, int to) {
        parts.add(to, parts.remove(from));
    }

    /** "marzo de 2016" is March 2016; so is "2016年3月", the year first. */
    private void month(int i) {
        if (like(i, MONTH) && like(i + 1, "of") && year(i + 2)) {
            parts.remove(i + 1);
        }
        boolean nian = year(i) && english(i + 1).equals("{nian}");
        int n = nian ? i + 2 : i + 1;
        if (!year(i)
                || !number(n)
                || !like(n + 1, "\\{month\\}")
                || !english(n).matches("[0-9]+")) {
            return;
        }
        int which = Integer.parseInt(english(n));
        if (which < 1 || which > MONTHS.size()) {
            return;
        }
        Part year = parts.get(i);
        int end = parts.get(n + 1).end();
        parts.subList(i, n + 2).clear();
        parts.add(i, Part.words(MONTHS.get(which - 1), year.start(), year.start()));
        parts.add(i + 1, Part.number(year.english(), year.start(), end));
    }

    /** "von Mai 2016 bis April 2019", "de mai 2016 à avril 2019". */
    private void months(int i) {
        boolean first = like(i, MONTH) && year(i + 1);
        boolean to = like(i + 2, "\\{to\\}|\\{until\\}|to|until|-|–");
        if (!first || !to || !like(i + 3, MONTH) || !year(i + 4)) {
            return;
        }
        set(i + 2, "to");
        if (like(i - 1, "of|in")) {
            set(i - 1, "from");
        } else if (!like(i - 1, "from|between|since|over|during|[,;(]")) {
            Part month = parts.get(i);
            parts.add(i, Part.words("from", month.start(), month.start()));
        }
    }

    /** "historial de 4 años": so many years of it. */
    private void history(int i) {
        if (like(i, "history") && number(i + 1) && like(i + 2, "years|months")) {
            set(i + 2, english(i + 2) + " of history");
            parts.remove(i);
        }
    }

    /** "2019年起随访": followed since 2019. */
    private void onwards(int i) {
        if (!english(i).equals(ONWARDS)) {
            return;
        }
        int from = year(i - 1) && like(i - 2, MONTH) ? i - 2 : i - 1;
        if (!year(i - 1)) {
            set(i, "or more");
            return;
        }
        boolean followed = like(i + 1, FOLLOWED);
        Part mark = parts.get(i);
        parts.remove(i);
        if (followed) {
            parts.remove(i);
        }
        if (like(from - 1, "from|since|between")) {
            parts.remove(--from);
        }
        parts.add(from, Part.words("followed since", mark.start(), mark.end()));
    }

    /** "seit Januar 2018 beobachtet": the verb stands before. */
    private void since(int i) {
        int at = like(i + 1, MONTH) ? i + 2 : i + 1;
        if (english(i).equals("since") && year(at) && like(at + 1, FOLLOWED)) {
            set(at + 1, "followed");
            move(at + 1, i);
        }
    }

    /**
     * "in den letzten 5 Jahren beobachtet", "au cours des 5 dernières années": so long a history,
     * where nothing else is said to have happened in them.
     */
    private void last(int i) {
        boolean behind = number(i + 1) && like(i + 2, LAST) && like(i + 3, UNITS);
        if (behind) {
            move(i + 2, i + 1);
        }
        boolean years = like(i + 1, LAST) && number(i + 2) && like(i + 3, UNITS);
        boolean led = like(i, "in|during|over|of|\\{lasting\\}|\\{over\\}");
        boolean bare = like(i, ENDS + "|patients") && !led;
        boolean followed = like(i + 4, FOLLOWED);
        boolean before =
                like(i - 1, FOLLOWED + "|followed for|visits|hospital stays|patients|data");
        boolean lasting = like(i, "\\{lasting\\}|during|\\{over\\}");
        boolean alone = like(i + 4, ENDS);
        if (!years || !(followed || (alone && (before || lasting || bare)))) {
            return;
        }
        if (followed) {
            parts.remove(i + 4);
        }
        set(i + 3, "years".equals(english(i + 3)) || !like(i + 3, UNITS) ? "years" : unit(i + 3));
        set(i + 3, english(i + 3) + " of history");
        set(i + 1, "with");
        if (led) {
            parts.remove(i);
        }
        if (like(i - 1, "followed|followed for|observed")) {
            parts.remove(i - 1);
        }
    }

    private String unit(int i) {
        return english(i).equals("{nian}") ? "years" : english(i);
    }

    /** "5 Jahre lang beobachtet", "zwei Jahre nachbeobachtet". */
    private void lang(int i) {
        boolean years = number(i) && like(i + 1, "years|months|weeks");
        int verb = like(i + 2, "lang") ? i + 3 : i + 2;
        if (years && like(verb, "followed|observed|monitored|tracked")) {
            Part said = parts.get(verb).with("followed for");
            parts.subList(i + 2, verb + 1).clear();
            parts.add(i, said);
        }
    }

    /** "每年4次门诊" is 4 visits a year, and so is "每年复查2次". */
    private void often(int i) {
        String per =
                switch (english(i)) {
                    case "yearly" -> " a year";
                    case "monthly" -> " a month";
                    case "quarterly" -> " a quarter";
                    default -> "";
                };
        boolean after = like(i + 1, "visits") && number(i + 2) && like(i + 3, "times|次");
        if (per.isEmpty() || !like(i, RHYTHM)) {
            return;
        }
        if (after) {
            parts.remove(i + 3);
            move(i + 2, i + 1);
        }
        if (number(i + 1) && like(i + 2, "visits|hospital stays|emergency visits")) {
            Part rhythm = parts.remove(i);
            Part n = parts.get(i);
            int end = parts.get(i + 1).end();
            parts.set(i, Part.number(n.english(), rhythm.start(), n.end()));
            parts.add(i + 2, Part.words(per.strip(), end, end));
        }
    }
}
