package org.anamnesis.generate;

/** Which value comes out when a leaf hands on a donor. */
interface HandedOn {
    /** The value of a donor after it moved; {@code u} is uniform on [0, 1). */
    double moved(int donor, double u);
}
