package org.anamnesis.export;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names and addresses that nobody can take for those of a real person: plants for given names,
 * "Test" in each family name, streets and towns of examples, a postal code that is not in use.
 *
 * <p>They follow from the patient's number alone, are no different for women and men, young and
 * old, and whatever origin, so that nothing is said that would need a source. The lengths of the
 * lists have no divisor in common, so that first, last name, house and street go round apart.
 */
public final class Fictitious {
    public static final List<String> GIVEN =
            words(
                    "Acorn Alder Bamboo Barley Bracken Bramble Catkin Cedar Clover Cornel Cypress"
                            + " Fennel Fern Gorse Hemlock Larch Lichen Linden Maple Moss Nettle"
                            + " Osier Poplar Quince Rowan Sedge Spruce Sumac Thistle Willow"
                            + " Yarrow");
    public static final List<String> FAMILY =
            words(
                            "bank barrow beck bluff bridge brook cape cliff cove creek dale dell"
                                    + " dune fell fen field ford gate glen grove heath hill holt"
                                    + " isle lake marsh mead mill moor peak pool ridge shore stone"
                                    + " vale well wood")
                    .stream()
                    .map(w -> "Test" + w)
                    .toList();
    static final List<String> STREETS =
            Stream.of("Example", "Sample", "Specimen", "Mock")
                    .flatMap(w -> Stream.of(w + " Street", w + " Avenue", w + " Lane"))
                    .toList();

    public static final List<String> CITIES =
            List.of(
                    "Testville",
                    "Sampleton",
                    "Exampleburg",
                    "Mockford",
                    "Specimen Falls",
                    "Placeholder City",
                    "Nowhere Springs");

    /** No place has it. */
    public static final String POSTAL_CODE = "00000";

    static final int HOUSES = 97;

    /** House and street of all that there are. */
    public static final List<String> LINES =
            IntStream.range(0, HOUSES * STREETS.size())
                    .mapToObj(k -> 1 + k % HOUSES + " " + STREETS.get(k % STREETS.size()))
                    .toList();

    private Fictitious() {}

    private static List<String> words(String all) {
        return List.of(all.split(" "));
    }

    /**
     * The place of a patient's entry in one of these lists.
     *
     * @param patient from 0
     */
    public static int patient(long patient, List<String> list) {
        return (int) (patient % list.size());
    }
}
