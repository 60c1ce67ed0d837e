package org.anamnesis.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;

/**
 * {@code medications}: one row a time of taking an ingredient. Status as in FHIR
 * MedicationStatement: taken, not ordered or dispensed; {@code active} at the index encounter, else
 * {@code stopped}.
 */
final class MedicationsTable implements RowMaker {
    private final TableSchema schema;
    private final int[] firstIngredient;
    private final VisitNumbers numbers = new VisitNumbers();

    MedicationsTable(CohortHeader header, Catalog catalog) {
        int[] positions =
                IntStream.range(0, header.fields().size())
                        .filter(k -> header.fields().get(k).role() == Field.Role.MEDICATION)
                        .toArray();
        List<Field> fields = IntStream.of(positions).mapToObj(header.fields()::get).toList();
        List<String> ingredients = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        firstIngredient = new int[header.fields().size()];
        for (int m = 0; m < positions.length; m++) {
            Field field = fields.get(m);
            firstIngredient[positions[m]] = ingredients.size();
            ingredients.addAll(field.levels());
            String drugClass = field.concept().map(Concept::name).orElse(field.label());
            field.levels().forEach(x -> classes.add(drugClass));
        }
        schema =
                new TableSchema(
                        "medications",
                        "Ingredients taken, one row a time of taking one",
                        List.of(
                                Ids.patient(header, 0),
                                Ids.encounter(header, 6, true),
                                text("ingredient", "Ingredient id", true, ingredients, id -> id),
                                text(
                                        "display",
                                        "Ingredient",
                                        true,
                                        ingredients,
                                        id -> catalog.concept(id).map(Concept::name).orElse(id)),
                                text(
                                        "rxnorm_code",
                                        "RxNorm",
                                        false,
                                        ingredients,
                                        id -> rxNorm(catalog.concept(id))),
                                text("drug_class", "Drug class", true, classes, name -> name),
                                new Column(
                                        "status",
                                        "Status",
                                        "",
                                        new Column.Level(List.of("active", "stopped")),
                                        3,
                                        true),
                                Ids.day("start_date", "First day, where known", 4, false),
                                Ids.day("end_date", "Last day; none while taken", 5, false),
                                Ids.day("recorded_date", "Date of record", 2, true)));
    }

    private static String rxNorm(Optional<Concept> ingredient) {
        return Codes.verified(ingredient, CodeSystem.RXNORM);
    }

    private static Column text(
            String name,
            String label,
            boolean required,
            List<String> of,
            Function<String, String> text) {
        var kind = new Column.Level(of.stream().map(text).toList());
        return new Column(name, label, "", kind, 1, required);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        numbers.next(block);
        Events events = block.record().medications();
        rows.clear(Math.max(1, events.count()));
        for (int e = 0; e < events.count(); e++) {
            rows.vector(0)[e] = block.first() + events.patient(e) + 1;
            rows.vector(1)[e] = firstIngredient[events.what(e)] + events.value(e);
            rows.vector(2)[e] = numbers.day(events, e);
            rows.vector(3)[e] = events.end(e) == Events.NO_DAY ? 0 : 1;
            rows.vector(4)[e] = Ids.day(events.start(e));
            rows.vector(5)[e] = Ids.day(events.end(e));
            rows.vector(6)[e] = numbers.id(numbers.of(events, e));
        }
        rows.fill(events.count());
    }
}
