package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Small rules, one a topic, for what English says in another order, or with other words by the
 * company they keep. The tables leave marks in braces where a rule is needed.
 */
final class WordOrder {
    private static final Set<String> CLAUSE_ENDS = Set.of(",", ";", ".", "!", "?", ":");
    private static final Set<String> CHANGES =
            Set.of("make", "add", "remove", "exclude", "drop", "generate", "undo", "set", "show");
    private static final Set<String> PREPOSITIONS =
            Set.of(
                    "of", "from", "with", "in", "at", "is", "are", "on", "a", ":", "(", "=",
                    "instead", "change", "{swap}");
    private static final String ASK = "{ask}";

    private final List<Part> parts;

    private WordOrder(List<Part> parts) {
        this.parts = parts;
    }

    static List<Part> of(List<Part> found) {
        List<Part> parts = new ArrayList<>(found);
        parts.removeIf(p -> p.english().isEmpty());
        WordOrder order = new WordOrder(parts);
        GroupOrder.of(parts);
        HistoryOrder.of(parts);
        order.articles();
        ComparedOrder.of(parts);
        order.percents();
        order.stages();
        order.ranges();
        order.overAndUnder();
        order.negations();
        order.shares();
        order.swaps();
        order.more();
        order.verbs();
        order.questions();
        parts.removeIf(p -> p.english().isEmpty() || p.english().startsWith("{"));
        return parts;
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

    /** "avec une hypertension", "mit einem BMI": English names them without the article. */
    private void articles() {
        for (int i = parts.size() - 2; i >= 0; i--) {
            boolean stage = number(i - 1) && parts.get(i - 1).end() == parts.get(i).start(); // "3a"
            if (english(i).equals("a")
                    && !stage
                    && !english(i + 1).matches("dozen|few|[a-z]+ths|thirds")) {
                parts.remove(i);
            }
        }
    }

    /** "百分之六十" is 60 %, "三分之一" is one in three, "六成" six in ten. */
    private void percents() {
        for (int i = 0; i < parts.size(); i++) {
            if (english(i).equals("{percent}") && number(i + 1)) {
                Part n = parts.get(i + 1);
                Part percent = Part.words("%", parts.get(i).start(), n.end());
                parts.set(i, new Part(n.english(), true, true, percent.start(), n.end()));
                parts.set(i + 1, percent);
            } else if (english(i).equals("{in}") && number(i - 1) && number(i + 1)) {
                Part bottom = parts.get(i - 1);
                parts.set(i - 1, parts.get(i + 1));
                parts.set(i + 1, bottom);
                set(i, "in");
            } else if (english(i).equals("{tenths}") && number(i - 1)) {
                set(i, "in 10");
            }
        }
    }

    /** "CKD patients in stage 3", "3期": the number behind the word, the word behind its illness. */
    private void stages() {
        for (int i = 1; i < parts.size(); i++) {
            if (english(i).equals("{stage}")) {
                boolean named = number(i - 1) || english(i - 1).matches("[IVX]+[ab]?|[1-5][ab]");
                Part stage = parts.remove(i).with(named ? "stage" : "");
                parts.add(i - 1, stage);
            }
        }
        for (int i = 0; i + 1 < parts.size(); i++) {
            int before = english(i - 1).matches("in|at|of|the") ? i - 2 : i - 1;
            boolean people = english(before).matches("patients|people|cases");
            if (english(i).equals("stage") && people && before > 0 && !number(before - 1)) {
                Part persons = parts.remove(before);
                parts.add(i + 1, persons);
            }
        }
    }

    /** "bis", "hasta", "jusqu'à": between two numbers "to", otherwise "up to". */
    private void ranges() {
        for (int i = 0; i < parts.size(); i++) {
            boolean until = english(i).equals("{until}");
            if (until || english(i).equals("{to}")) {
                boolean range = numberBefore(i) && number(i + 1);
                set(i, range ? "to" : until ? "up to" : "");
            }
        }
        parts.removeIf(p -> p.english().isEmpty());
    }

    /** "unter 60" is below it, "unter Diabetikern" among them. */
    private void overAndUnder() {
        for (int i = 0; i < parts.size(); i++) {
            boolean limit = number(i + 1) || number(i + 2);
            if (english(i).equals("{over}")) {
                set(i, limit ? "above" : "about");
            } else if (english(i).equals("{under}")) {
                set(i, limit ? "below" : "in");
            }
        }
    }

    private boolean numberBefore(int i) {
        for (int back = i - 1; back >= Math.max(0, i - 4); back--) {
            if (number(back)) {
                return true;
            }
            boolean unit = english(back).matches("years|%|[a-zµ]{1,4}|mmHg|L|/|[a-z]+/[a-zA-Z]+");
            if (!unit || PREPOSITIONS.contains(english(back))) {
                return false;
            }
        }
        return false;
    }

    /** "ne prennent pas": the first word denies, the second one does unless it has a first. */
    private void negations() {
        for (int i = 0; i < parts.size(); i++) {
            if (!english(i).equals("{pas}")) {
                continue;
            }
            boolean first = false;
            for (int back = i - 1; back >= Math.max(0, i - 4); back--) {
                first |= english(back).equals("not");
            }
            set(i, first ? "" : "no");
        }
        parts.removeIf(p -> p.english().isEmpty());
    }

    /** "cambia A por B", "tausche A gegen B", "把A换成B": A is replaced by B. */
    private void swaps() {
        for (int i = 0; i < parts.size(); i++) {
            if (english(i).equals("{swap}")) {
                int from = i;
                while (from > 0 && !CLAUSE_ENDS.contains(english(from - 1))) {
                    from--;
                }
                boolean amount = number(i + 1) || CLAUSE_ENDS.contains(english(i + 1));
                boolean named = from < i && !number(i - 1) && !amount;
                boolean other =
                        english(i - 1).matches("sex|gender|age|number|please|to|not|.*people");
                boolean both = named && !other && i + 1 < parts.size();
                set(i, both ? "by" : number(i + 1) && mean(from, i) ? "to" : "instead");
                if (both) {
                    Part first = parts.get(from);
                    parts.add(from, Part.words("replace", first.start(), first.end()));
                    i++;
                }
            } else if (english(i).matches("change|replace")) {
                swap(i);
            }
        }
    }

    /** "平均BMI改为31", "心率改为110": a mean or a measurement is named, and where it shall come to. */
    private boolean mean(int from, int to) {
        return parts.subList(from, to).stream()
                .anyMatch(p -> p.is("mean") || StudyNames.measured(p.english()));
    }

    private void swap(int verb) {
        for (int i = verb + 2; i < Math.min(parts.size() - 1, verb + 8); i++) {
            if (CLAUSE_ENDS.contains(english(i)) || number(i)) {
                return;
            }
            if (english(i).matches("by|against") && !number(i + 1)) {
                set(verb, "replace");
                set(i, "by");
                return;
            }
        }
    }

    /** "100 de plus" are 100 more; in front of a clause "de plus" is "also". */
    private void more() {
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i + 1 == parts.size() || CLAUSE_ENDS.contains(english(i + 1));
            if (english(i).equals("add") && number(i - 1) && last) { // "noch 50 dazu"
                set(i, "more");
            }
            boolean more = english(i).equals("{more}");
            if (more || english(i).equals("{fewer}")) {
                boolean counted =
                        number(i - 1)
                                || english(i - 1).matches("%|points|years|kg|patients|people|mmHg");
                set(i, !counted ? (more ? "also" : "less") : more ? "more" : "fewer");
            }
        }
    }

    /** "Anteil der Raucher 20 %", "proporción de mujeres del 60 %", "女性占60%": "women: 60 %". */
    private void shares() {
        for (int i = 0; i < parts.size(); i++) {
            boolean behind = english(i).equals("{share<}");
            if (!behind && !english(i).equals("{share}")) {
                continue;
            }
            if (behind && english(i - 1).matches("patients|people") && i > 1) {
                parts.remove(--i);
            }
            int n = percentAfter(i + 1);
            boolean preposition = n > 0 && PREPOSITIONS.contains(english(n - 1));
            int noun = preposition ? n - 1 : n;
            boolean named = behind || noun > i + (PREPOSITIONS.contains(english(i + 1)) ? 2 : 1);
            if (n > 0 && named) {
                Part colon = Part.words(":", parts.get(n - 1).start(), parts.get(n - 1).end());
                if (preposition) {
                    parts.set(n - 1, colon);
                } else {
                    parts.add(n, colon);
                }
            }
            if (n < 0) {
                set(i, behind ? "share" : "share of");
            }
        }
    }

    private int percentAfter(int from) {
        for (int i = from; i < Math.min(parts.size(), from + 6); i++) {
            if (number(i) && english(i + 1).equals("%")) {
                return i;
            }
            if (CLAUSE_ENDS.contains(english(i)) && !english(i).equals(":")) {
                return -1;
            }
        }
        return -1;
    }

    /** "Bluthochdruck hinzufügen", "把吸烟者排除": a verb of change at the end leads in English. */
    private void verbs() {
        int first = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i + 1 == parts.size() || CLAUSE_ENDS.contains(english(i + 1));
            String verb = english(i).split(" ")[0];
            if (last && i > first && CHANGES.contains(verb)) {
                Part moved = parts.remove(i);
                boolean link = english(first).matches("and|also|please|but|then") && first < i;
                parts.add(link ? first + 1 : first, moved);
            }
            first = CLAUSE_ENDS.contains(english(i)) ? i + 1 : first;
        }
    }

    /** Chinese asks where the answer will stand, English at the beginning. */
    private void questions() {
        int asks = parts.indexOf(first(ASK));
        if (asks < 0 || asks + 1 >= parts.size()) {
            return;
        }
        parts.remove(asks);
        Part words = parts.remove(asks);
        parts.add(0, words);
        among();
    }

    /** "糖尿病患者中高血压的比例": of whom it is asked stands last in English. */
    private void among() {
        int end = parts.indexOf(first("{among}"));
        int start = Math.max(1, 1 + parts.indexOf(first("{at}")));
        if (end <= start) {
            return;
        }
        List<Part> group = new ArrayList<>(parts.subList(start, end));
        Part among = parts.get(end).with("in");
        parts.subList(start, end + 1).clear();
        int last = parts.size();
        while (last > 1 && CLAUSE_ENDS.contains(english(last - 1))) {
            last--;
        }
        parts.addAll(last, group);
        parts.add(last, among);
    }

    private Part first(String english) {
        return parts.stream().filter(p -> p.is(english)).findFirst().orElse(null);
    }
}
