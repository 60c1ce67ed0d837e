package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;

/** The catalogue of EEGs, and which states a setting passes through. */
final class EegKind {
    static final String ID = "eeg";

    private EegKind() {}

    static StudyKind kind() {
        return StudyKinds.find(ID).orElseThrow();
    }

    static String standard(String setting) {
        return kind().setting(setting).orElseThrow().standard();
    }

    /** States that a recording of this setting has. */
    static Set<Vigilance> states(String state) {
        return switch (state) {
            case "eyes-closed" -> EnumSet.of(Vigilance.EYES_CLOSED);
            case "eyes-open" -> EnumSet.of(Vigilance.EYES_OPEN);
            case "drowsy" -> EnumSet.of(Vigilance.N1);
            case "n2" -> EnumSet.of(Vigilance.N2);
            case "n3" -> EnumSet.of(Vigilance.N3);
            case "rem" -> EnumSet.of(Vigilance.REM);
            case "coma" -> EnumSet.of(Vigilance.COMA);
            case "sleep" ->
                    EnumSet.of(
                            Vigilance.EYES_CLOSED,
                            Vigilance.N1,
                            Vigilance.N2,
                            Vigilance.N3,
                            Vigilance.REM);
            default -> EnumSet.of(Vigilance.EYES_CLOSED, Vigilance.EYES_OPEN);
        };
    }

    static boolean shows(String state, Sign sign) {
        return states(state).stream().anyMatch(sign.states()::contains);
    }

    /** The plainest state in which all of these can be seen. */
    static Optional<String> stateFor(List<Sign> signs) {
        return List.of("awake", "sleep", "drowsy", "n2", "rem", "n3", "coma").stream()
                .filter(state -> signs.stream().allMatch(s -> shows(state, s)))
                .findFirst();
    }

    /** Ids of the states, for suggestions: those that show a sign. */
    static List<String> statesFor(Sign sign) {
        var all = new ArrayList<String>();
        for (String state : kind().setting("state").orElseThrow().choices()) {
            if (shows(state, sign)) {
                all.add(state);
            }
        }
        return all;
    }
}
