package org.anamnesis.generate.course;

/**
 * How often people come, by age.
 *
 * <p>Visits to physicians' offices and hospitals' outpatient departments, and to emergency
 * departments, a person-year in the United States in 2009: NCHS, Health, United States 2010, table
 * 96. Of children the rates below 18 are those of the same table. Seen from afar: 1 % of outpatient
 * visits before the pandemic, in June 2022 15 % at 18 to 44 years, 10 % of all and 5 % from 65 on
 * (Chartis Group and Kythera Labs, claims, as quoted by MobiHealthNews 2022-11-15).
 */
final class Contacts {
    /** 2020-03-01, when visits from afar became usual. */
    private static final int PANDEMIC = 18_322;

    private Contacts() {}

    /** Visits to offices and outpatient departments a person-year. */
    static double ambulatory(double age) {
        if (age < 18) {
            return 2.47 + 0.30;
        }
        if (age < 45) {
            return 2.34 + 0.27;
        }
        if (age < 55) {
            return 3.58 + 0.35;
        }
        if (age < 65) {
            return 4.57 + 0.40;
        }
        return age < 75 ? 6.69 + 0.39 : 8.17 + 0.41;
    }

    /** Visits to emergency departments a person-year. */
    static double emergency(double age) {
        if (age < 18) {
            return 0.45;
        }
        if (age < 45) {
            return 0.49;
        }
        if (age < 55) {
            return 0.39;
        }
        if (age < 65) {
            return 0.35;
        }
        return age < 75 ? 0.41 : 0.66;
    }

    /** The share of unplanned visits that are made from afar. */
    static double virtual(int day, double age) {
        if (day < PANDEMIC) {
            return 0.01;
        }
        return age < 45 ? 0.15 : age < 65 ? 0.10 : 0.05;
    }
}
