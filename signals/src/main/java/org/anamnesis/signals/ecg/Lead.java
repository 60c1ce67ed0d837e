package org.anamnesis.signals.ecg;

import java.util.List;
import java.util.Locale;

/**
 * The twelve standard leads. Eight of them are independent ({@link #MEASURED}); the others follow
 * from I and II by Einthoven's and Goldberger's equations.
 */
enum Lead {
    I(1),
    II(2),
    III(61),
    AVR(62),
    AVL(63),
    AVF(64),
    V1(3),
    V2(4),
    V3(5),
    V4(6),
    V5(7),
    V6(8);

    /** The independent leads, in the order of every array of eight leads. */
    static final List<Lead> MEASURED = List.of(I, II, V1, V2, V3, V4, V5, V6);

    private static final List<Lead> ALL = List.of(values());

    private final int lead;

    Lead(int lead) {
        this.lead = lead;
    }

    static List<Lead> all() {
        return ALL;
    }

    /** As written on paper and in files: {@code aVR}. */
    String label() {
        return name().startsWith("A") ? "a" + name().substring(1) : name();
    }

    /** Code of the lead in ISO/IEEE 11073-10102, as DICOM uses it: {@code 2:1}. */
    String dicomCode() {
        return "2:" + lead;
    }

    /** Code of its potential in ISO/IEEE 11073-10101, as FHIR examples use it: 131329 for I. */
    int mdcCode() {
        return 131_328 + lead;
    }

    /** Value of this lead out of the eight, in their unit. */
    double of(double[] eight) {
        return switch (this) {
            case I -> eight[0];
            case II -> eight[1];
            case III -> eight[1] - eight[0];
            case AVR -> -(eight[0] + eight[1]) / 2;
            case AVL -> eight[0] - eight[1] / 2;
            case AVF -> eight[1] - eight[0] / 2;
            default -> eight[lead - 1];
        };
    }

    /**
     * The same in whole units. I and II are even, so that every half is whole and the equations
     * hold exactly.
     */
    int of(int[] eight) {
        return switch (this) {
            case I -> eight[0];
            case II -> eight[1];
            case III -> eight[1] - eight[0];
            case AVR -> -(eight[0] + eight[1]) / 2;
            case AVL -> eight[0] - eight[1] / 2;
            case AVF -> eight[1] - eight[0] / 2;
            default -> eight[lead - 1];
        };
    }

    static Lead named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
