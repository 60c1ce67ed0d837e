package org.anamnesis.signals.eeg;

import static org.anamnesis.signals.eeg.Vigilance.EYES_CLOSED;
import static org.anamnesis.signals.eeg.Vigilance.EYES_OPEN;
import static org.anamnesis.signals.eeg.Vigilance.N1;
import static org.anamnesis.signals.eeg.Vigilance.N2;
import static org.anamnesis.signals.eeg.Vigilance.N3;
import static org.anamnesis.signals.eeg.Vigilance.REM;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The findings that this package can show, one for each entry of the catalogue, most telling first.
 *
 * <p>Events have a length in seconds and a least distance from onset to onset; what goes on all the
 * time has neither.
 */
enum Sign {
    BURST_SUPPRESSION(Group.ABNORMAL, 0, 0, "burst", EnumSet.of(Vigilance.COMA)),
    FOCAL_SEIZURE(Group.ABNORMAL, 60, 40, "focal seizure", conscious()),
    ABSENCE_SEIZURE(Group.ABNORMAL, 10, 12, "seizure", EnumSet.of(EYES_CLOSED, EYES_OPEN)),
    LATERALIZED_PERIODIC_DISCHARGES(Group.ABNORMAL, 0, 0, "", EnumSet.allOf(Vigilance.class)),
    GENERALIZED_PERIODIC_DISCHARGES(Group.ABNORMAL, 0, 0, "", EnumSet.allOf(Vigilance.class)),
    GENERALIZED_SPIKE_WAVE(Group.ABNORMAL, 2, 5, "generalized spike-and-wave", conscious()),
    FOCAL_SPIKES(Group.ABNORMAL, 0.4, 0.7, "spike", conscious()),
    FOCAL_SHARP_WAVES(Group.ABNORMAL, 0.5, 0.8, "sharp wave", conscious()),
    FOCAL_SLOWING(Group.ABNORMAL, 0, 0, "", conscious()),
    GENERALIZED_SLOWING(Group.ABNORMAL, 0, 0, "", EnumSet.of(EYES_CLOSED, EYES_OPEN, N1)),
    EXCESS_BETA(Group.DRUG, 0, 0, "", EnumSet.of(EYES_CLOSED, EYES_OPEN, N1, N2)),
    NORMAL_EEG(Group.NORMAL, 0, 0, "", conscious()),
    SLEEP_SPINDLES(Group.SLEEP, 1.6, 2.2, "spindle", EnumSet.of(N2, N3)),
    K_COMPLEXES(Group.SLEEP, 1.2, 2.5, "K-complex", EnumSet.of(N2)),
    VERTEX_WAVES(Group.SLEEP, 0.4, 1, "vertex wave", EnumSet.of(N1, N2)),
    EYE_BLINKS(Group.ARTEFACT, 0.7, 1, "blink", EnumSet.of(EYES_OPEN)),
    LATERAL_EYE_MOVEMENTS(
            Group.ARTEFACT, 1.4, 1.8, "lateral eye movement", EnumSet.of(EYES_OPEN, REM)),
    MUSCLE_ARTEFACT(Group.ARTEFACT, 4, 6, "muscle artefact", EnumSet.allOf(Vigilance.class)),
    MOVEMENT_ARTEFACT(Group.ARTEFACT, 4, 8, "movement artefact", EnumSet.allOf(Vigilance.class)),
    ELECTRODE_ARTEFACT(Group.ARTEFACT, 1, 2, "electrode artefact", EnumSet.allOf(Vigilance.class));

    /** Why it is there. */
    enum Group {
        ABNORMAL,
        DRUG,
        NORMAL,
        SLEEP,
        ARTEFACT
    }

    private final Group group;
    private final double length;
    private final double gap;
    private final String annotation;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<Vigilance> states;

    Sign(Group group, double length, double gap, String annotation, Set<Vigilance> states) {
        this.group = group;
        this.length = length;
        this.gap = gap;
        this.annotation = annotation;
        this.states = Set.copyOf(states);
    }

    private static Set<Vigilance> conscious() {
        return EnumSet.complementOf(EnumSet.of(Vigilance.COMA));
    }

    /** Id in the catalogue. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Longest event, in seconds, unless its details say otherwise; 0 if it goes on. */
    double length() {
        return length;
    }

    /** Least distance between onsets, beyond the length that details give. */
    double gap() {
        return gap;
    }

    String annotation() {
        return annotation;
    }

    /** In which states it can be seen. */
    Set<Vigilance> states() {
        return states;
    }

    /** One that is counted. */
    boolean counted() {
        return length > 0;
    }

    /** A seizure, whose details give its duration. */
    boolean seizure() {
        return this == FOCAL_SEIZURE || this == ABSENCE_SEIZURE;
    }

    Group group() {
        return group;
    }

    /** Neither normal nor caused outside the brain. */
    boolean abnormal() {
        return group == Group.ABNORMAL;
    }

    boolean artefact() {
        return group == Group.ARTEFACT;
    }

    static Optional<Sign> of(String id) {
        return List.of(values()).stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
