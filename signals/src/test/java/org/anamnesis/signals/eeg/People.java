package org.anamnesis.signals.eeg;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;

/** Patients and requests for tests. */
final class People {
    private People() {}

    static Person aged(double age, String... conditions) {
        return person(0, age, conditions);
    }

    static Person person(long number, double age, String... conditions) {
        return new Person(
                number,
                "P" + number,
                "E" + number,
                LocalDateTime.of(2024, 3, 1, 9, 30, 0),
                age,
                number % 2 == 0,
                Map.of(),
                Set.of(conditions),
                Set.of());
    }

    static AskedStudy asked(Map<String, String> settings, Finding... findings) {
        return asked(settings, Map.of(), findings);
    }

    static AskedStudy asked(
            Map<String, String> settings, Map<String, Double> measurements, Finding... findings) {
        return new AskedStudy("eeg", settings, measurements, java.util.List.of(findings));
    }

    static Finding finding(Sign sign, String... details) {
        var map = new java.util.HashMap<String, String>();
        for (int i = 0; i < details.length; i += 2) {
            map.put(details[i], details[i + 1]);
        }
        return new Finding(sign.id(), map);
    }
}
