package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.table.Variable;

/**
 * The table of the rows where persons have a table of their own.
 *
 * @param schema of the rows
 * @param file name of the table of rows, without its folder
 * @param personsFile likewise of the table of persons
 */
public record SecondTable(Schema schema, String file, String personsFile) {
    public SecondTable {
        requireNonNull(schema, "schema");
        requireNonNull(file, "file");
        requireNonNull(personsFile, "personsFile");
    }

    /**
     * By name of a learned column of the rows the name that it has beside those of persons: its own
     * or, if persons have a column of that name too, with the table's name before it.
     */
    public Map<String, String> names(Schema persons) {
        String stem = file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
        Map<String, String> names = new LinkedHashMap<>();
        for (Variable v : schema.variables()) {
            String name = v.name();
            while (persons.column(name).isPresent() || names.containsValue(name)) {
                name = stem + "." + name;
            }
            names.put(v.name(), name);
        }
        return names;
    }

    /** The learned columns of persons, then those of the rows under their names beside them. */
    List<Variable> columns(Schema persons) {
        Map<String, String> names = names(persons);
        List<Variable> all = new ArrayList<>(persons.variables());
        for (Variable v : schema.variables()) {
            all.add(new Variable(names.get(v.name()), v.unit(), v.decimals(), v.levels()));
        }
        return all;
    }

    /** One schema of all learned columns of both tables, the rows' under their names beside. */
    public Schema beside(Schema persons) {
        Map<String, String> names = names(persons);
        List<ColumnSchema> all = new ArrayList<>(persons.columns());
        for (ColumnSchema c : schema.learned()) {
            all.add(
                    new ColumnSchema(
                            names.get(c.name()),
                            c.content(),
                            c.keep(),
                            c.why(),
                            c.missing(),
                            c.mark(),
                            c.concept()));
        }
        return new Schema(all, persons.separator(), persons.key(), schema.order().map(names::get));
    }
}
