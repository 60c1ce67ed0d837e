package org.anamnesis.population;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.anamnesis.evidence.RegionShares;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * The census region of each person, which the survey's public files do not tell: drawn from
 * published shares by race and ethnicity, and from nothing else, so that no difference in health is
 * carried but the one that race and ethnicity carry.
 */
final class Region {
    static final String NAME = "region";
    static final String PARENT = "race_ethnicity";
    static final Variable VARIABLE = Variable.category(NAME, RegionShares.regions());

    /** Part of the population, as its rows are: the same for every request. */
    private static final long ROOT = 1;

    private Region() {}

    /**
     * @param race n levels
     * @param names of the levels
     * @return n levels of {@link #VARIABLE}; missing where the race is
     */
    static double[] of(double[] race, List<String> names) {
        double[][] until = names.stream().map(Region::cumulative).toArray(double[][]::new);
        long purpose = new SeedTree(ROOT).purpose(NAME);
        double[] out = new double[race.length];
        for (int i = 0; i < out.length; i++) {
            if (Double.isNaN(race[i])) {
                out[i] = Double.NaN;
                continue;
            }
            double[] sums = until[(int) race[i]];
            double u = 100 * SeedTree.uniform(SeedTree.key(purpose, i), 0);
            int region = 0;
            while (region < sums.length - 1 && u >= sums[region]) {
                region++;
            }
            out[i] = region;
        }
        return out;
    }

    private static double[] cumulative(String race) {
        List<Double> percent =
                RegionShares.of(race)
                        .orElseThrow(() -> new IllegalStateException("no regions of " + race))
                        .percent();
        double[] sums = new double[percent.size()];
        double sum = 0;
        for (int k = 0; k < sums.length; k++) {
            sum += percent.get(k);
            sums[k] = sum;
        }
        return sums;
    }

    static Learned learned() {
        Set<String> sources = new LinkedHashSet<>();
        Set<String> years = new LinkedHashSet<>();
        RegionShares.all()
                .forEach(
                        r -> {
                            years.add(r.years());
                            sources.addAll(r.sources());
                        });
        return new Learned(
                String.join(", ", years),
                OptionalLong.empty(),
                NAME,
                "drawn from race and ethnicity by where people of each live (not Hispanic: states' residents, 2016-2020; Hispanic origins: census of 2010, recalled)",
                "residents of the United States",
                List.copyOf(sources));
    }
}
