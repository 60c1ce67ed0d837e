package org.anamnesis.interpret;

import java.util.List;

/**
 * "zwei Gruppen: eine mit Metformin, eine ohne", "dos grupos, uno con ..., otro sin": behind a
 * number the word is that for several groups, and what is an article elsewhere stands for one of
 * them.
 */
final class GroupOrder {
    private static final int MOST = 12;
    private static final String CONTENT =
            "with|without|on|taking|take|takes|under|not|get|gets|receive|receives|is|are|has|have|no|group|arm|of";
    private static final String BEFORE = "|[,;:.(]|and|the|or|in|-|–";

    private GroupOrder() {}

    static void of(List<Part> parts) {
        boolean groups = false;
        for (int i = 1; i < parts.size(); i++) {
            boolean noun = parts.get(i).english().matches("groups?|arms?");
            boolean number = noun && several(parts.get(i - 1));
            if (number || (noun && parts.get(i - 1).english().matches("both|all|these|between"))) {
                parts.set(i, parts.get(i).with("groups"));
            }
            groups |= number;
        }
        for (int i = 0; i + 1 < parts.size(); i++) { // "每组150名患者"
            if (parts.get(i).is("per group") && parts.get(i + 1).number()) {
                Part per = parts.remove(i);
                boolean people =
                        i + 1 < parts.size()
                                && parts.get(i + 1).english().matches("patients|people");
                parts.add(people ? i + 2 : i + 1, per);
                i++;
            }
        }
        for (int i = 0; groups && i + 1 < parts.size(); i++) {
            Part part = parts.get(i);
            boolean content = parts.get(i + 1).english().matches(CONTENT);
            boolean begins = (i == 0 ? "" : parts.get(i - 1).english()).matches(BEFORE);
            if (content && begins && part.english().matches("a|1|one")) {
                parts.set(i, Part.words("one", part.start(), part.end()));
            } else if (content && begins && part.english().matches("other|another")) {
                parts.set(i, Part.words("the other", part.start(), part.end()));
            }
        }
    }

    private static boolean several(Part part) {
        String english = part.english();
        return part.number()
                && english.matches("[0-9]{1,2}")
                && Integer.parseInt(english) >= 2
                && Integer.parseInt(english) <= MOST;
    }
}
