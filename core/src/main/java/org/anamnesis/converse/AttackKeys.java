package org.anamnesis.converse;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.evaluate.CommonKeys;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Schema;

/** Columns of a table that acquaintances of a person know, from which an attacker starts. */
final class AttackKeys {
    /** More known facts make nearly everybody unique, and nothing is read off any more. */
    private static final int MOST = 6;

    private AttackKeys() {}

    /** By name, and by concept where the name is in another language or an abbreviation. */
    static List<String> of(Schema schema) {
        List<String> byName = CommonKeys.among(schema.variables());
        Stream<String> byConcept =
                schema.learned().stream()
                        .filter(c -> c.concept().filter(CommonKeys::isConcept).isPresent())
                        .map(ColumnSchema::name);
        return Stream.concat(byName.stream(), byConcept).distinct().limit(MOST).toList();
    }
}
