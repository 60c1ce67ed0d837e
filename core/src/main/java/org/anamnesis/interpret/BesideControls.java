package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * "patients with COPD and controls without COPD", "lung cancer: 200 cases, 400 controls": whoever
 * stands beside controls is a case of the condition.
 */
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
        Optional<Exchange> first = controlsFirst(s);
        return first.isPresent()
                ? s.exchanged(List.of(first.get()), vocabulary)
                : counted(s, vocabulary);
    }

    /** "100 healthy controls matched to 100 COPD patients by age and sex": the cases first. */
    private static Optional<Exchange> controlsFirst(Sentence s) {
        for (int i = 0; i + 2 < s.size(); i++) {
            int noun = s.like(i + 1, "healthy|matched") ? i + 2 : i + 1;
            int at = noun + 1;
            boolean controls = s.at(i).number() && s.like(noun, "controls");
            boolean matched = s.like(at, "matched");
            while (s.like(at, "matched|to|with|and|vs|versus|for|against|,|the")) {
                at++;
            }
            Optional<Sentence.Named> sick = s.namedAt(at + 1, Concept.Kind.CONDITION);
            if (controls && at > noun + 1 && s.at(at).number() && sick.isPresent()) {
                int to = sick.get().to();
                to = s.like(to, "patients|cases|people") ? to + 1 : to;
                int by = s.like(to, "by|on|for") ? to + 1 : to;
                String name =
                        s.english(at + 1, sick.get().to()).replaceFirst("(?i) patients?$", "");
                String pair =
                        "%s %s cases and %s controls"
                                .formatted(s.english(at, at + 1), name, s.english(i, i + 1));
                String on = matched && by > to ? ", matched on" : "";
                return Optional.of(new Exchange(i, on.isEmpty() ? to : by, pair + on));
            }
        }
        return Optional.empty();
    }

    /**
     * "200 cases and 400 controls" of a condition named apart, "200 COPD patients, 400 controls".
     */
    private static Sentence counted(Sentence s, Vocabulary vocabulary) {
        List<Sentence.Named> sick =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.CONDITION))
                        .filter(n -> !n.concept().id().equals("healthy-adults"))
                        .toList();
        for (int i = 1; i < s.size() && sick.size() == 1; i++) {
            Sentence.Named n = sick.get(0);
            boolean ill = n.from() == i + 1 || n.to() == i + 1; // its name stands before the token
            boolean cases = s.like(i, "cases") && s.at(i - 1).number();
            boolean patients = ill && n.from() <= i && s.at(n.from() - 1).number();
            boolean of = cases && n.from() == i + 2 && s.like(i + 1, "of|with");
            int end = cases && !of ? i + 1 : n.to();
            end = patients && s.like(end, "patients|people|cases") ? end + 1 : end;
            Optional<Exchange> controls = controls(s, end);
            if ((cases || patients) && controls.isPresent()) {
                String name = s.english(n.from(), n.to()).replaceFirst("(?i) patients?$", "");
                List<Exchange> all = new ArrayList<>();
                if (cases && n.to() <= i - 1) {
                    all.add(new Exchange(before(s, n.from()), behind(s, n.to()), ""));
                }
                all.add(new Exchange(cases ? i : n.from(), end, name + " cases"));
                all.add(controls.get());
                if (cases && !of && n.from() > i) {
                    all.add(
                            new Exchange(
                                    s.like(n.from() - 1, "of|with|,|:") ? n.from() - 1 : n.from(),
                                    n.to(),
                                    ""));
                }
                return s.exchanged(all, vocabulary);
            }
        }
        return s;
    }

    /** "and 400 healthy controls": read as "and 400 controls". */
    private static Optional<Exchange> controls(Sentence s, int at) {
        boolean link = s.like(at, "and|vs|versus|against|,|plus|/|&|\\+|with");
        int number = s.like(at + 1, "and|with|for") ? at + 2 : at + 1;
        int noun = number + 1;
        while (s.like(noun, "healthy|matched|population|hospital")) {
            noun++;
        }
        return link && s.at(number).number() && s.like(noun, "controls")
                ? Optional.of(
                        new Exchange(
                                at, noun + 1, "and " + s.english(number, number + 1) + " controls"))
                : Optional.empty();
    }

    /** "a case-control study of". */
    private static int before(Sentence s, int from) {
        int at = from;
        while (s.like(at - 1, "a|of|on|in|case|control|-|study|for|the|design|cases|with")) {
            at--;
        }
        return at;
    }

    private static int behind(Sentence s, int to) {
        int at = to;
        while (s.like(at, "case|control|-|study|design|[:,]|with")) {
            at++;
        }
        return at;
    }
}
