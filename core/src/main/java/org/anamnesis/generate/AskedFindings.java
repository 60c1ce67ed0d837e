package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.plan.PlannedStudies;
import org.anamnesis.random.SeedTree;
import org.anamnesis.study.Finding;

/** Which of the examined patients of a block show what was asked of a share of the studies. */
final class AskedFindings {
    private final StudyKind kind;
    private final PlannedStudies plan;
    private final SeedTree seeds;
    private final PatientBlock block;

    AskedFindings(StudyKind kind, PlannedStudies plan, SeedTree seeds, PatientBlock block) {
        this.kind = kind;
        this.plan = plan;
        this.seeds = seeds;
        this.block = block;
    }

    /**
     * Who shows what: first whoever has a condition that shows itself so, for a share is of all
     * studies; those that exclude each other go to different patients, and what excludes what a
     * patient's conditions show goes to others while there are any. Shares that make up a whole are
     * of different patients.
     */
    Map<Integer, List<Finding>> of(List<Integer> examined, IntFunction<Set<String>> conditions) {
        Map<Integer, Set<String>> implied = new HashMap<>();
        examined.forEach(i -> implied.put(i, implied(conditions.apply(i))));
        boolean whole = whole(implied);
        Map<Integer, List<Finding>> all = new HashMap<>();
        Map<String, Integer> earlier = new HashMap<>();
        List<Integer> show = List.of();
        for (int k = 0; k < plan.findings().size(); k++) {
            PlannedStudies.Asked shown = plan.findings().get(k);
            String purpose = "finding:" + kind.id() + ":" + shown.finding();
            long key = seeds.purpose(purpose + ":details");
            int nth = earlier.merge(shown.finding(), 1, Integer::sum) - 1;
            long details = nth == 0 ? key : SeedTree.key(key, -nth);
            if (!shown.beside()) {
                show = chosen(together(k), purpose, examined, all, implied, whole);
            }
            for (int i : show) {
                all.computeIfAbsent(i, x -> new ArrayList<>())
                        .addAll(drawn(shown, block.first() + i, details));
            }
        }
        return all;
    }

    /** A finding and those that are asked in the same studies behind it. */
    private List<PlannedStudies.Asked> together(int first) {
        List<PlannedStudies.Asked> all = new ArrayList<>(List.of(plan.findings().get(first)));
        for (int k = first + 1;
                k < plan.findings().size() && plan.findings().get(k).beside();
                k++) {
            all.add(plan.findings().get(k));
        }
        return all;
    }

    private List<Integer> chosen(
            List<PlannedStudies.Asked> shown,
            String purpose,
            List<Integer> examined,
            Map<Integer, List<Finding>> all,
            Map<Integer, Set<String>> implied,
            boolean whole) {
        List<Integer> ill = new ArrayList<>();
        List<Integer> clear = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int i : examined) {
            List<Finding> asked = all.getOrDefault(i, List.of());
            if (shown.stream().noneMatch(x -> asked.stream().anyMatch(f -> apart(f, x)))) {
                boolean other = whole && !(asked.isEmpty() && implied.get(i).isEmpty());
                other |= shown.stream().anyMatch(x -> asked.stream().anyMatch(f -> same(f, x)));
                boolean against =
                        shown.stream()
                                .map(PlannedStudies.Asked::finding)
                                .anyMatch(id -> against(id, implied.get(i)));
                boolean has = implied.get(i).contains(shown.get(0).finding());
                (other ? rest : has ? ill : against ? rest : clear).add(i);
            }
        }
        double wanted = shown.get(0).percent() * examined.size() / 100;
        List<Integer> show = new ArrayList<>(part(ill, wanted, purpose));
        show.addAll(part(clear, wanted - ill.size(), purpose));
        show.addAll(part(rest, wanted - ill.size() - clear.size(), purpose));
        return show;
    }

    private static boolean same(Finding had, PlannedStudies.Asked shown) {
        return had.id().equals(shown.finding());
    }

    private boolean against(String finding, Set<String> implied) {
        return implied.stream().anyMatch(f -> !f.equals(finding) && kind.apart(f, finding));
    }

    private boolean apart(Finding had, PlannedStudies.Asked shown) {
        return shown.details().stream()
                .anyMatch(d -> kind.apart(had.id(), had.details(), shown.finding(), d));
    }

    private List<Integer> part(List<Integer> of, double wanted, String purpose) {
        return of.isEmpty() || wanted <= 0
                ? List.of()
                : some(of, Math.min(100, 100 * wanted / of.size()), block, seeds, purpose);
    }

    /** Whether all asked shares, and who shows a condition, are one whole: 50, 25 and 25 %. */
    private boolean whole(Map<Integer, Set<String>> implied) {
        double sum =
                plan.findings().stream()
                        .filter(f -> !f.beside())
                        .mapToDouble(PlannedStudies.Asked::percent)
                        .sum();
        double showing = implied.values().stream().filter(f -> !f.isEmpty()).count();
        double share = implied.isEmpty() ? 0 : 100 * showing / implied.size();
        boolean parts = plan.findings().stream().allMatch(f -> f.percent() < 100);
        return parts && (Math.abs(sum - 100) < 0.5 || Math.abs(sum + share - 100) < 0.5);
    }

    private Set<String> implied(Set<String> conditions) {
        return kind.findings().stream()
                .filter(f -> f.conditions().stream().anyMatch(conditions::contains))
                .map(StudyKind.Shown::id)
                .collect(Collectors.toSet());
    }

    /**
     * As many of them as are asked, each with its details: what lies between two numbers somewhere
     * there, to a tenth.
     */
    private static List<Finding> drawn(PlannedStudies.Asked shown, long patient, long key) {
        long own = SeedTree.key(key, patient);
        double low = shown.times().low();
        double more = SeedTree.uniform(own, -1) * (shown.times().high() + 1 - low);
        int times = (int) Math.min(shown.times().high(), Math.floor(low + more));
        List<Finding> all = new ArrayList<>();
        int k = 0;
        for (Map<String, String> side : shown.details()) {
            for (int i = 0; i < times; i++) {
                Map<String, String> details = new HashMap<>(side);
                for (Map.Entry<String, PlannedStudies.Span> e : shown.between().entrySet()) {
                    double least = e.getValue().low();
                    double u = SeedTree.uniform(own, k++);
                    double drawn = least + u * (e.getValue().high() - least);
                    details.put(e.getKey(), Double.toString(Math.rint(drawn * 10) / 10));
                }
                all.add(new Finding(shown.finding(), details));
            }
        }
        return all;
    }

    /** A share of these, in the order of a draw; what is left over of one is drawn, too. */
    static List<Integer> some(
            List<Integer> of, double percent, PatientBlock block, SeedTree seeds, String purpose) {
        if (percent >= 100) {
            return of;
        }
        long key = seeds.purpose(purpose);
        double exact = of.size() * percent / 100;
        boolean only = block.first() == 0 && block.count() < PatientBlock.CAPACITY;
        double edge =
                only
                        ? 0.5
                        : SeedTree.uniform(seeds.purpose(purpose + ":rest"), (int) block.first());
        int many = (int) Math.floor(exact + edge);
        return of.stream()
                .sorted(
                        Comparator.comparingLong(
                                i -> SeedTree.bits(SeedTree.key(key, block.first() + i), 0)))
                .limit(many)
                .toList();
    }
}
