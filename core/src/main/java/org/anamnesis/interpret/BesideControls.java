package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/** "patients with COPD and controls without COPD": whoever stands beside controls is a case. */
final class BesideControls {
    private static final String PEOPLE =
            "patients|people|persons|adults|subjects|those|individuals";

    private BesideControls() {}

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        for (int i = 0; i + 1 < s.size(); i++) {
            if (!s.like(i, PEOPLE) || !s.word(i + 1).equals("with")) {
                continue;
            }
            Optional<Sentence.Named> sick = s.namedAt(i + 2, Concept.Kind.CONDITION);
            int at = sick.map(Sentence.Named::to).orElse(-1);
            boolean joined = at > 0 && s.like(at, "and|vs|versus|against|,|plus|/");
            at = joined && s.like(at + 1, "and|the|as|healthy") ? at + 2 : at + 1;
            at = s.at(at).number() ? at + 1 : at;
            if (joined && s.word(at).equals("controls") && s.like(at + 1, "without|not|who|free")) {
                return s.exchanged(List.of(new Exchange(i, i + 1, "cases")), vocabulary);
            }
        }
        return s;
    }
}
