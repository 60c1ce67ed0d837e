package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.code.Vocabulary;

/** "a course on diabetes: 300 patients, type 2": the type stands apart from the illness. */
final class TypeApart {
    private TypeApart() {}

    static Sentence joined(Sentence s, Vocabulary vocabulary) {
        int name = -1;
        int type = -1;
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "diabetes|diabetics?") && !s.inConcept(i)) {
                name = name < 0 ? i : s.size();
            }
            boolean here = s.like(i, "type") && !s.inConcept(i);
            if (here && s.like(i + 1, "1|2|one|two|i|ii")) {
                type = type < 0 ? i : s.size();
            }
        }
        boolean both = name >= 0 && name < s.size() && type > name && type < s.size();
        boolean bare =
                both
                        && s.like(type - 1, "[,;:.(]|all|of|only")
                        && !s.like(name - 1, "no|not|without");
        return bare
                ? s.exchanged(
                        List.of(
                                new Exchange(
                                        name,
                                        name + 1,
                                        s.english(type, type + 2)
                                                + " "
                                                + s.english(name, name + 1)),
                                new Exchange(type, type + 2, "please")),
                        vocabulary)
                : s;
    }
}
