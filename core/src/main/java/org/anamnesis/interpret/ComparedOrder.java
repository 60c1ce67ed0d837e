package org.anamnesis.interpret;

import java.util.List;
import java.util.Set;

/**
 * Comparisons that other languages put behind what they compare: "60 años como máximo",
 * "和A相比改变了什么", "LDL降低20%", "再加50人".
 */
final class ComparedOrder {
    private static final Set<String> MEASURES = Set.of("years", "%", "years old", "age");

    private final List<Part> parts;

    private ComparedOrder(List<Part> parts) {
        this.parts = parts;
    }

    static void of(List<Part> parts) {
        ComparedOrder order = new ComparedOrder(parts);
        for (int i = 0; i < parts.size(); i++) {
            order.behind(i);
            order.moved(i);
            order.raised(i);
            order.more(i);
            order.older(i);
        }
        order.since();
    }

    private String english(int i) {
        return i >= 0 && i < parts.size() ? parts.get(i).english() : "";
    }

    private boolean number(int i) {
        return i >= 0 && i < parts.size() && parts.get(i).number();
    }

    private void set(int i, String english) {
        parts.set(i, parts.get(i).with(english));
    }

    /** "60 years at most": what stands behind its number looks the other way in English. */
    private void behind(int i) {
        boolean most = english(i).equals("at most");
        boolean least = english(i).equals("at least");
        boolean follows = number(i - 1) || (number(i - 2) && MEASURES.contains(english(i - 1)));
        if ((most || least) && follows && !number(i + 1) && !number(i + 2)) {
            set(i, most ? "or less" : "or more");
        }
    }

    /** "LDL lowered by 20 %", but "low", and "add" where nothing stands before. */
    private void moved(int i) {
        boolean lower = english(i).equals("{lower}");
        boolean raise = english(i).equals("{raise}");
        if (!lower && !raise) {
            return;
        }
        boolean by = number(i + 1) && i > 0 && !english(i - 1).matches("[,;.]");
        set(
                i,
                by
                        ? (lower ? "reduced by" : "increased by")
                        : lower ? "low" : i == 0 ? "add" : "high");
        if (!by && raise && i > 0 && english(i - 1).matches("[,;.]|also|please|and|should")) {
            set(i, "add");
        }
    }

    /**
     * "erhöhe den BMI um 10 %", "baisse le LDL de 20 mg/dl": raised by so much; "aumenta a 500" is
     * changed to it.
     */
    private void raised(int i) {
        boolean up = english(i).equals("{up}");
        if (!up && !english(i).equals("{down}")) {
            return;
        }
        int at = i + 1;
        while (at < parts.size() && !number(at) && !english(at).matches("[,;.]")) {
            at++;
        }
        boolean goal = english(at - 1).matches("\\{to}|to|on|at|from");
        if (!number(at) || goal || at == i + 1) {
            set(i, "change");
            return;
        }
        set(i, up ? "raise" : "lower");
        if (english(at - 1).matches("of|in|a|about|with")) {
            set(at - 1, "by");
        } else if (!english(at - 1).equals("by")) {
            Part n = parts.get(at);
            parts.add(at, Part.words("by", n.start(), n.start()));
        }
    }

    /** "年龄大5岁", "重10%": the difference stands before the word in English. */
    private void older(int i) {
        boolean compares = english(i).matches("older|younger|heavier|lighter");
        if (compares && number(i + 1)) {
            int to =
                    MEASURES.contains(english(i + 2)) || english(i + 2).equals("kg")
                            ? i + 2
                            : i + 1;
            parts.add(to, parts.remove(i));
        }
    }

    /** "再加50人" is fifty more; before anything else it adds. */
    private void more(int i) {
        if (!english(i).equals("{plus}")) {
            return;
        }
        if (number(i + 1)) {
            Part n = parts.get(i + 1);
            parts.set(i, n);
            parts.set(i + 1, Part.words("more", n.start(), n.end()));
        } else {
            set(i, "add");
        }
    }

    /** "和A相比改变了什么" asks what changed since A. */
    private void since() {
        int compared = -1;
        for (int i = 0; i < parts.size(); i++) {
            compared = english(i).equals("{compared}") ? i : compared;
        }
        boolean and = english(compared - 2).equals("and");
        if (compared < 1 || !(and || compared == 1)) {
            return;
        }
        Part name = parts.get(compared - 1);
        Part since = parts.get(compared).with("since");
        parts.subList(and ? compared - 2 : compared - 1, compared + 1).clear();
        int end = parts.size();
        while (end > 0 && english(end - 1).matches("[?.!,]")) {
            end--;
        }
        parts.add(end, name);
        parts.add(end, since);
    }
}
