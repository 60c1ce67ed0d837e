package org.anamnesis.signals.ecg;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A wall of the left ventricle. */
enum Territory {
    ANTERIOR("the anterior wall"),
    SEPTAL("the septum"),
    LATERAL("the lateral wall"),
    ANTEROLATERAL("the anterolateral wall"),
    INFERIOR("the inferior wall"),
    INFEROLATERAL("the inferior and lateral walls"),
    POSTERIOR("the posterior wall");

    private final String wall;

    Territory(String wall) {
        this.wall = wall;
    }

    /** From the heart's centre to the wall, about one long. */
    Dipole place() {
        return switch (this) {
            case ANTERIOR -> new Dipole(.25, -.14, -1);
            case SEPTAL -> new Dipole(-.15, 0, -1);
            case LATERAL -> new Dipole(.95, -.4, .12);
            case ANTEROLATERAL -> new Dipole(.75, -.2, -.6);
            case INFERIOR -> new Dipole(-.12, 1, .1);
            case INFEROLATERAL -> new Dipole(.6, .8, .1);
            case POSTERIOR -> new Dipole(.1, .15, 1);
        };
    }

    /** Leads in which its infarction is read. */
    List<Lead> leads() {
        return switch (this) {
            case ANTERIOR -> List.of(Lead.V2, Lead.V3, Lead.V4);
            case SEPTAL, POSTERIOR -> List.of(Lead.V1, Lead.V2, Lead.V3);
            case LATERAL -> List.of(Lead.I, Lead.AVL, Lead.V5, Lead.V6);
            case ANTEROLATERAL -> List.of(Lead.I, Lead.AVL, Lead.V3, Lead.V4, Lead.V5, Lead.V6);
            case INFERIOR -> List.of(Lead.II, Lead.III, Lead.AVF);
            case INFEROLATERAL -> List.of(Lead.II, Lead.AVF, Lead.V5, Lead.V6);
        };
    }

    String wall() {
        return wall;
    }

    static Territory of(Optional<String> detail) {
        return detail.map(d -> valueOf(d.toUpperCase(Locale.ROOT))).orElse(INFERIOR);
    }
}
