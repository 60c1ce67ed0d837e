package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.plan.Words;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.CategoryIn;

/** The people asked about, in words: "US non-Hispanic Black women with asthma, aged 45 to 64". */
final class GroupName {
    /** The condition that is none: everyone. */
    static final String GENERAL = "general-population";

    private static final Map<String, String> RACES =
            Map.of(
                    "NH White", "non-Hispanic White",
                    "NH Black", "non-Hispanic Black",
                    "NH Asian", "non-Hispanic Asian",
                    "Mexican American", "Mexican American",
                    "Other Hispanic", "other Hispanic",
                    "Other/Multi", "other or several races");

    private String noun = "adults";
    private String race = "";
    private final List<String> rest = new ArrayList<>();

    private GroupName(List<Criterion> filters) {
        filters.forEach(this::add);
    }

    static String of(Optional<String> condition, List<Criterion> filters) {
        List<Criterion> others = new ArrayList<>(filters);
        Optional<Criterion> stage = others.stream().filter(f -> stageOf(condition, f)).findFirst();
        stage.ifPresent(others::remove);
        var name = new GroupName(others);
        String with =
                stage.map(GroupName::criterion)
                        .or(
                                () ->
                                        condition
                                                .filter(c -> !c.equals(GENERAL))
                                                .map(GroupName::condition))
                        .map(c -> " with " + c)
                        .orElse("");
        String rest = name.rest.stream().map(r -> ", " + r).collect(Collectors.joining());
        return "US " + name.race + name.noun + with + rest;
    }

    private static boolean stageOf(Optional<String> condition, Criterion filter) {
        return filter instanceof Criterion.HasCondition h
                && h.stage().isPresent()
                && condition.equals(Optional.of(h.condition()));
    }

    /** A condition within a sentence. */
    static String condition(String id) {
        return Amounts.lower(Words.named(id));
    }

    /** A criterion as a share is said of it: "58 % are women", "12 % take metformin". */
    static String criterion(Criterion what) {
        if (what instanceof AgeBetween a) {
            return aged(a);
        }
        if (what instanceof CategoryIn c) {
            return category(c);
        }
        if (what instanceof Criterion.HasCondition h) {
            return condition(h.condition()) + h.stage().map(s -> " stage " + s).orElse("");
        }
        return what instanceof Criterion.Not n ? "not " + criterion(n.inner()) : Words.of(what);
    }

    private void add(Criterion filter) {
        if (filter instanceof CategoryIn c
                && c.variable().equals("sex")
                && c.levels().size() == 1) {
            noun = category(c);
        } else if (filter instanceof CategoryIn c && c.variable().equals("race_ethnicity")) {
            race = category(c) + " ";
        } else {
            rest.add(criterion(filter));
            boolean young = filter instanceof AgeBetween a && a.maxYears() < 18;
            noun = young ? "children" : noun;
        }
    }

    private static String aged(AgeBetween a) {
        return a.maxYears() >= 120
                ? "aged %d and older".formatted(a.minYears())
                : a.minYears() == 0
                        ? "aged up to %d".formatted(a.maxYears())
                        : "aged %d to %d".formatted(a.minYears(), a.maxYears());
    }

    private static String category(CategoryIn c) {
        if (c.levels().equals(List.of("Mexican American", "Other Hispanic"))) {
            return "Hispanic";
        }
        String levels =
                c.levels().stream()
                        .map(l -> RACES.getOrDefault(l, l))
                        .collect(Collectors.joining(" or "));
        return switch (c.variable()) {
            case "sex" -> levels.replace("female", "women").replace("male", "men");
            case "smoking" -> levels + " smokers";
            case "insurance", "race_ethnicity" -> levels;
            default -> c.variable().replace('_', ' ') + " " + levels;
        };
    }
}
