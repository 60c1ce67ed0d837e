package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * Drugs that a request asks for and that the people of the reference population cannot tell apart:
 * drugs that the census has no column of, and some of a class that all of these people take. They
 * choose no rows; who takes them is dealt at random when patients are made.
 *
 * <p>Where one drug of a class is dealt, all that the request says of the class is: a patient takes
 * one of them. Only where they ask for more than one each is every drug dealt by itself.
 */
final class AssignedDrugs {
    private static final double ROUNDING = 1e-6;

    /**
     * All that is said of one class.
     *
     * @param everyone of the whole cohort
     * @param groups of each group, in order
     */
    record Asked(DrugHome home, List<AskedDrug> everyone, List<List<AskedDrug>> groups) {
        /** What holds in one group: what is said of everyone, and of it. */
        List<AskedDrug> in(int group) {
            return Stream.concat(everyone.stream(), groups.get(group).stream()).toList();
        }

        boolean byGroup() {
            return groups.stream().anyMatch(g -> !g.isEmpty());
        }

        List<AskedDrug> all() {
            return Stream.concat(everyone.stream(), groups.stream().flatMap(List::stream)).toList();
        }
    }

    private final CohortSpec spec;
    private final ReferencePopulation people;
    private final List<Asked> dealt = new ArrayList<>();
    private final Set<Constraint> constraints = new LinkedHashSet<>();
    private final Set<String> together;

    AssignedDrugs(CohortSpec spec, ReferencePopulation people) {
        this.spec = spec;
        this.people = people;
        Map<String, Asked> homes = new LinkedHashMap<>();
        List<StudyGroup> groups = spec.beyond().groups().all();
        for (Constraint c : spec.constraints()) {
            AskedDrug.of(c, people).ifPresent(d -> of(homes, d).everyone().add(d));
        }
        for (int g = 0; g < groups.size(); g++) {
            int group = g;
            for (Constraint c : groups.get(g).constraints()) {
                AskedDrug.of(c, people).ifPresent(d -> of(homes, d).groups().get(group).add(d));
            }
        }
        together = shareOut(homes.values());
        homes.values().forEach(this::decide);
        dealt.forEach(a -> a.all().forEach(d -> constraints.add(d.constraint())));
    }

    private Asked of(Map<String, Asked> homes, AskedDrug d) {
        return homes.computeIfAbsent(
                d.home().id(),
                id -> {
                    List<List<AskedDrug>> groups = new ArrayList<>();
                    spec.beyond().groups().all().forEach(g -> groups.add(new ArrayList<>()));
                    return new Asked(d.home(), new ArrayList<>(), groups);
                });
    }

    /** Classes whose shares add up to everyone, so that each takes one of them; else none. */
    private Set<String> shareOut(Iterable<Asked> homes) {
        double percent = 0;
        Set<String> classes = new LinkedHashSet<>();
        boolean some = false;
        for (Asked a : homes) {
            List<AskedDrug> positive = a.everyone().stream().filter(d -> d.percent() > 0).toList();
            boolean all = positive.stream().anyMatch(d -> d.percent() == 100);
            if (!a.byGroup() && !all && !positive.isEmpty()) {
                percent += percent(positive);
                classes.add(a.home().id());
                some |= untold(a) || partOfAll(a);
            }
        }
        boolean everyone = some && classes.size() > 1 && Math.abs(percent - 100) < ROUNDING;
        return everyone ? classes : Set.of();
    }

    private void decide(Asked a) {
        if (!together.contains(a.home().id()) && !untold(a) && !partOfAll(a)) {
            return;
        }
        boolean all = knownBy(a.home());
        Asked own = only(a, d -> !d.told() || all || d.percent() > 0);
        if (tooMuch(own)) {
            untoldAlone(own);
        } else {
            dealt.add(all ? own : withoutClass(own));
        }
    }

    private static Asked only(Asked a, Predicate<AskedDrug> kept) {
        return new Asked(
                a.home(),
                a.everyone().stream().filter(kept).toList(),
                a.groups().stream().map(g -> g.stream().filter(kept).toList()).toList());
    }

    /** What everyone takes of the census is met by rows. */
    private static Asked withoutClass(Asked a) {
        List<AskedDrug> others =
                a.everyone().stream()
                        .filter(d -> !(d.isCensusClass() && d.percent() == 100))
                        .toList();
        return new Asked(a.home(), others, a.groups());
    }

    private static boolean untold(Asked a) {
        return a.all().stream().anyMatch(d -> !d.told() && d.percent() > 0);
    }

    /** Whether a part is asked of people who all take the class. */
    private boolean partOfAll(Asked a) {
        boolean known = knownBy(a.home());
        boolean asked =
                a.everyone().stream().anyMatch(d -> d.isCensusClass() && d.percent() == 100);
        boolean part = a.everyone().stream().anyMatch(d -> d.percent() < 100 && partly(d, known));
        return (known && (part || a.byGroup())) || (asked && part);
    }

    /** Of one of several drugs of a class, none of it says which the others are. */
    private static boolean partly(AskedDrug d, boolean known) {
        return d.percent() > 0 || (known && d.isCensusClass());
    }

    /** Whether all with the asked condition are known by taking this class. */
    private boolean knownBy(DrugHome home) {
        Optional<ConditionRows> rows = spec.condition().flatMap(ConditionRows::of);
        return home.census()
                .filter(
                        d ->
                                rows.filter(r -> r.test().columns().equals(List.of(d.column())))
                                        .isPresent())
                .isPresent();
    }

    private static boolean tooMuch(Asked a) {
        for (int g = 0; g < a.groups().size(); g++) {
            if (percent(a.in(g)) > 100 + ROUNDING) {
                return true;
            }
        }
        return percent(a.everyone()) > 100 + ROUNDING;
    }

    /** Share of those who take any of them; what stands within another one counts once. */
    private static double percent(List<AskedDrug> all) {
        return all.stream()
                .filter(d -> all.stream().noneMatch(o -> d.within(o)))
                .mapToDouble(AskedDrug::percent)
                .sum();
    }

    private void untoldAlone(Asked a) {
        Set<String> names = new LinkedHashSet<>();
        a.all().stream().filter(d -> !d.told()).forEach(d -> names.add(d.medication()));
        for (String name : names) {
            Asked one = only(a, d -> d.medication().equals(name));
            dealt.add(
                    new Asked(
                            DrugHome.alone(name),
                            one.everyone().stream().map(AskedDrug::alone).toList(),
                            one.groups().stream()
                                    .map(g -> g.stream().map(AskedDrug::alone).toList())
                                    .toList()));
        }
    }

    /** Each class of which something is dealt. */
    List<Asked> dealt() {
        return dealt;
    }

    /** Ids of classes that are dealt together: each patient takes one drug of them all. */
    Set<String> together() {
        return together;
    }

    /** The request but for what is dealt, and but for what nobody of the census takes anyway. */
    CohortSpec rest() {
        Groups groups = spec.beyond().groups();
        var left =
                new Groups(
                        groups.all().stream()
                                .map(
                                        g ->
                                                new StudyGroup(
                                                        g.name(),
                                                        g.percent(),
                                                        rest(g.constraints())))
                                .toList(),
                        groups.same());
        return spec.withConstraints(rest(spec.constraints())).withBeyond(spec.beyond().with(left));
    }

    private List<Constraint> rest(List<Constraint> all) {
        return all.stream().filter(c -> !isDealt(c)).toList();
    }

    private boolean isDealt(Constraint c) {
        return constraints.contains(c)
                || AskedDrug.of(c, people).filter(d -> !d.told() && d.percent() == 0).isPresent();
    }

    /** Whether what is dealt keeps somebody out of another group by itself. */
    boolean apart(String name, String other) {
        Groups groups = spec.beyond().groups();
        Set<Criterion> mine = required(groups, name);
        return groups.named(other).stream()
                .flatMap(g -> g.constraints().stream())
                .filter(this::isDealt)
                .anyMatch(
                        c -> !(c instanceof Constraint.Require r && mine.contains(r.criterion())));
    }

    private static Set<Criterion> required(Groups groups, String name) {
        return groups.named(name)
                .map(g -> (Set<Criterion>) new LinkedHashSet<>(g.required()))
                .orElse(Set.of());
    }
}
