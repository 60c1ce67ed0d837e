package org.anamnesis.code;

import java.util.List;
import java.util.Optional;

/**
 * A procedure that histories can be asked to hold in a rhythm, such as a yearly eye exam. What is
 * done once in a life, such as a bypass, is none.
 *
 * @param id as records name it
 * @param name for people
 * @param sex of which it is done alone, if of one
 * @param words that it is asked by, in lower case
 */
public record OrderedProcedure(String id, String name, Optional<String> sex, List<String> words) {
    private static final List<OrderedProcedure> BUNDLED =
            ResourceRows.of("ordered-procedures.tsv").map(OrderedProcedure::of).toList();

    public OrderedProcedure {
        words = List.copyOf(words);
    }

    /** All of them. */
    public static List<OrderedProcedure> bundled() {
        return BUNDLED;
    }

    /** The one of this id. */
    public static Optional<OrderedProcedure> find(String id) {
        return BUNDLED.stream().filter(p -> p.id.equals(id)).findFirst();
    }

    private static OrderedProcedure of(String[] cells) {
        Optional<String> sex = cells[2].equals("-") ? Optional.empty() : Optional.of(cells[2]);
        return new OrderedProcedure(cells[0], cells[1], sex, List.of(cells[3].split("\\|")));
    }
}
