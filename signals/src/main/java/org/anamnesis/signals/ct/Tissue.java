package org.anamnesis.signals.ct;

/**
 * What something is made of.
 *
 * @param hu mean CT number without contrast medium
 * @param grain standard deviation of its texture, HU
 */
record Tissue(double hu, double grain) {
    static final Tissue AIR = new Tissue(-1000, 0);
    static final Tissue TABLE_SKIN = new Tissue(-250, 0);
    static final Tissue TABLE_FOAM = new Tissue(-940, 0);
    static final Tissue SKIN = new Tissue(20, 0);
    static final Tissue FAT = new Tissue(-104, 6);
    static final Tissue VISCERAL_FAT = new Tissue(-98, 7);
    static final Tissue MUSCLE = new Tissue(54, 6);
    static final Tissue GLAND = new Tissue(25, 22);
    static final Tissue BLOOD = new Tissue(43, 1);
    static final Tissue HEART = new Tissue(45, 3);
    static final Tissue WALL = new Tissue(40, 3);
    static final Tissue LIVER = new Tissue(58, 2.5);
    static final Tissue SPLEEN = new Tissue(49, 2);
    static final Tissue KIDNEY = new Tissue(33, 2);
    static final Tissue PANCREAS = new Tissue(38, 8);
    static final Tissue BILE = new Tissue(8, 0);
    static final Tissue FLUID = new Tissue(10, 1);
    static final Tissue STOOL = new Tissue(20, 45);
    static final Tissue BOWEL = new Tissue(28, 6);
    static final Tissue CARTILAGE = new Tissue(110, 8);
    static final Tissue CORTEX = new Tissue(900, 60);
    static final Tissue RIB_CORTEX = new Tissue(620, 60);
    static final Tissue DISC = new Tissue(78, 5);
    static final Tissue CORD = new Tissue(34, 1);
    static final Tissue CSF = new Tissue(7, 1);
    static final Tissue EYE = new Tissue(12, 0);
    static final Tissue LENS = new Tissue(75, 0);
    static final Tissue DURA = new Tissue(58, 1);
    static final Tissue SKULL = new Tissue(1150, 90);
    static final Tissue DIPLOE = new Tissue(620, 130);
    static final Tissue PETROUS = new Tissue(1350, 120);
    static final Tissue TEETH = new Tissue(1900, 100);
    static final Tissue GREY = new Tissue(38, 1);
    static final Tissue WHITE = new Tissue(28.5, 0.8);
    static final Tissue CEREBELLUM = new Tissue(37, 1.4);
    static final Tissue BRAINSTEM = new Tissue(31, 1);
    static final Tissue CALCIUM = new Tissue(420, 60);

    static Tissue of(double hu) {
        return new Tissue(hu, 0);
    }
}
