package org.anamnesis.signals.ct;

import java.util.Map;
import java.util.OptionalDouble;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Person;

/**
 * Size of a body: height and weight as recorded, else the median for age and sex, and what follows
 * from them.
 *
 * <p>The cross-section of the trunk follows from weight and height: the trunk holds 43.46 % of a
 * man's and 42.57 % of a woman's mass over a length of 30.55 % of the height (de Leva 1996,
 * doi:10.1016/0021-9290(95)00178-6), at a density of 1 g/cm³. Skeleton and organs grow with height,
 * and a little with weight; what is left between them and the skin is fat. Medians of height and
 * weight from two years on were worked out from NHANES 2011-March 2020 (examination weights, women
 * who are not pregnant); those of infants are recalled from the CDC growth charts of 2000.
 * Proportions of a child are those of a small adult: a simplification.
 *
 * @param age years
 * @param height cm
 * @param weight kg
 */
record Build(double age, boolean female, double height, double weight) {
    private static final double REFERENCE_HEIGHT = 176; // ICRP 89, adult man
    private static final double REFERENCE_WEIGHT = 73;

    /** Age, height and weight of boys and men, of girls and women. */
    private static final double[][] MEDIANS = {
        {0, 50, 3.5, 49, 3.4},
        {1, 76, 10.2, 74, 9.5},
        {2.5, 92, 14.1, 89.9, 13.3},
        {3.5, 99.6, 15.8, 97.8, 15.3},
        {5, 110.1, 19.4, 109.2, 19.1},
        {7, 123.1, 24.6, 121.9, 24},
        {9, 134.8, 31.2, 133.9, 32.8},
        {11, 146.4, 41.3, 148.5, 43.1},
        {13, 159.8, 52.2, 157.2, 52.1},
        {15, 171.5, 63.8, 161.2, 58.8},
        {17, 174.7, 71.2, 162.3, 62.8},
        {19, 175.8, 74.4, 163, 65},
        {25, 176.1, 80.7, 162.8, 68.5},
        {35, 176.2, 88.5, 163.2, 73.7},
        {45, 176.2, 89.8, 162.8, 75.1},
        {55, 175.5, 89.2, 161.8, 76.2},
        {65, 174.4, 88.1, 160.5, 75},
        {75, 173.1, 84.6, 158.6, 72},
        {85, 171.1, 79.9, 155.8, 65.1},
    };

    static Build of(Person person, long key) {
        var draws = Draws.of(key, "ct build");
        double mid = median(person.age(), person.female() ? 3 : 1);
        double heavy = median(person.age(), person.female() ? 4 : 2);
        double drawnHeight = mid * (1 + 0.038 * Math.max(-2, Math.min(2, draws.normal())));
        double drawnWeight =
                heavy * StrictMath.exp(0.17 * Math.max(-2, Math.min(2, draws.normal())));
        OptionalDouble bmi = person.value("bmi");
        OptionalDouble recorded = person.value("weight");
        double height =
                person.value("height")
                        .orElse(
                                bmi.isPresent() && recorded.isPresent()
                                        ? 100
                                                * Math.sqrt(
                                                        recorded.getAsDouble() / bmi.getAsDouble())
                                        : drawnHeight);
        height = Math.max(40, Math.min(250, height));
        double metres = height / 100;
        double weight =
                recorded.orElse(
                        bmi.isPresent() ? bmi.getAsDouble() * metres * metres : drawnWeight);
        // A wrong record must not break the painter: the body mass index is kept within what lives.
        double low = 10 * metres * metres;
        return new Build(
                person.age(),
                person.female(),
                height,
                Math.max(low, Math.min(80 * metres * metres, weight)));
    }

    /** As plan and files carry it. */
    static Build of(Person person, Map<String, Double> measurements) {
        return new Build(
                person.age(),
                person.female(),
                measurements.get("height_cm"),
                measurements.get("weight_kg"));
    }

    private static double median(double age, int column) {
        for (int i = 1; i < MEDIANS.length; i++) {
            if (age <= MEDIANS[i][0]) {
                double t = (age - MEDIANS[i - 1][0]) / (MEDIANS[i][0] - MEDIANS[i - 1][0]);
                return MEDIANS[i - 1][column] + t * (MEDIANS[i][column] - MEDIANS[i - 1][column]);
            }
        }
        return MEDIANS[MEDIANS.length - 1][column];
    }

    double bmi() {
        return weight / (height * height / 1e4);
    }

    /** Cross-section of the trunk, mm². */
    double trunkArea() {
        double massShare = female ? 0.4257 : 0.4346;
        return massShare * weight * 1e6 / (0.3055 * height * 10);
    }

    /** Length against the reference man. */
    double tall() {
        return height / REFERENCE_HEIGHT;
    }

    /** Width of skeleton and organs against the reference man. */
    double wide() {
        double ideal = REFERENCE_WEIGHT / (REFERENCE_HEIGHT * REFERENCE_HEIGHT) * height * height;
        double stout = Math.max(0.7, Math.min(1.35, weight / ideal));
        return tall() * StrictMath.pow(stout, 0.15) * (female && age > 13 ? 0.96 : 1);
    }

    /**
     * CT number of spongy bone: 226 below 30 years, 89 from 90 (Jang 2019,
     * doi:10.1148/radiol.2019181648, first lumbar vertebra), even between.
     */
    double marrow() {
        return 226 - (226 - 89) * Math.max(0, Math.min(1, (age - 27) / (92 - 27)));
    }

    /**
     * Head against that of the reference man, from the head's circumference by age: 36 cm at birth,
     * 46 at 1, 49 at 3; 53 at 10, 57 in men, 55 in women. Recalled.
     */
    double head() {
        double[][] rows = {{0, 36}, {1, 46}, {3, 49.5}, {10, 53}, {18, female ? 55 : 57}};
        double cm = rows[rows.length - 1][1];
        for (int i = rows.length - 1; i > 0; i--) {
            if (age < rows[i][0]) {
                double t = Math.max(0, (age - rows[i - 1][0]) / (rows[i][0] - rows[i - 1][0]));
                cm = rows[i - 1][1] + t * (rows[i][1] - rows[i - 1][1]);
            }
        }
        return cm / 57 * (1 + 0.1 * (height / (female ? 162 : 176) - 1) * (age > 18 ? 1 : 0));
    }
}
