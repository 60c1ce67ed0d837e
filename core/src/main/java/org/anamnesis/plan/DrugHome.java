package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.population.ReferencePopulation;

/**
 * The class of drugs that a drug belongs to, of which a patient takes one: one field of the cohort.
 *
 * @param id concept id of the class; of the drug itself if it stands alone
 * @param census the class as the census tells it, if it does
 */
record DrugHome(String id, Optional<DrugColumns.DrugClass> census) {
    /** Where a drug or class of the catalogue belongs. */
    static DrugHome of(String medication, ReferencePopulation people) {
        List<DrugColumns.DrugClass> told =
                DrugColumns.all().stream().filter(d -> people.has(d.column())).toList();
        Optional<DrugColumns.DrugClass> own =
                told.stream()
                        .filter(d -> d.concept().equals(medication) || d.has(medication))
                        .findFirst();
        if (own.isPresent()) {
            return new DrugHome(own.get().concept(), own);
        }
        List<String> within = ingredients(medication);
        Optional<DrugColumns.DrugClass> part = // basal insulins are insulins
                told.stream()
                        .filter(d -> within.stream().anyMatch(d::has))
                        .filter(d -> isClass(medication))
                        .findFirst();
        if (part.isPresent()) {
            return new DrugHome(part.get().concept(), part);
        }
        List<String> classes =
                Catalogue.bundled().classesOf(medication).stream().map(Concept::id).toList();
        Optional<DrugColumns.DrugClass> mates =
                isClass(medication)
                        ? Optional.empty()
                        : told.stream().filter(d -> classes.contains(d.concept())).findFirst();
        boolean alone = isClass(medication) || classes.isEmpty();
        String id =
                mates.map(DrugColumns.DrugClass::concept)
                        .orElse(alone ? medication : classes.get(0));
        return new DrugHome(id, mates);
    }

    static DrugHome alone(String medication) {
        return new DrugHome(medication, Optional.empty());
    }

    /** The single drugs that a name stands for: itself, or those of the class. */
    static List<String> ingredients(String medication) {
        if (!isClass(medication)) {
            return List.of(medication);
        }
        Optional<DrugColumns.DrugClass> told =
                DrugColumns.all().stream().filter(d -> d.concept().equals(medication)).findFirst();
        List<String> all = new ArrayList<>();
        told.ifPresent(d -> d.ingredients().forEach(n -> all.add(n.replace(' ', '-'))));
        if (all.isEmpty()) {
            Catalogue.bundled().ingredientsOf(medication).forEach(c -> all.add(c.id()));
        }
        all.removeIf(id -> Catalogue.bundled().find(id).isEmpty());
        return all;
    }

    /** What the census tells of this class. */
    List<String> ofCensus() {
        return census.map(d -> ingredients(d.concept())).orElse(List.of());
    }

    static boolean isClass(String medication) {
        return medication.startsWith("class:");
    }
}
