package org.anamnesis.learn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What points directly to a person, by the words of the header and by the look of the values. The
 * kinds are those that HIPAA's safe harbor names (45 CFR 164.514(b)(2)), as far as a table of text
 * can hold them.
 */
final class Identifiers {
    /** Reason by the words that show it in a header. */
    private static final Map<String, Set<String>> BY_HEADER = new LinkedHashMap<>();

    static {
        BY_HEADER.put(
                "a date of birth",
                Set.of(
                        "dob",
                        "birth date",
                        "date of birth",
                        "birthdate",
                        "birthday",
                        "birth day",
                        "born",
                        "birth dt",
                        "geboren",
                        "geb datum",
                        "gebdat",
                        "birthdt",
                        "geburtsdatum",
                        "fecha de nacimiento",
                        "date de naissance"));
        BY_HEADER.put(
                "a name of a person",
                Set.of(
                        "name",
                        "surname",
                        "forename",
                        "firstname",
                        "lastname",
                        "fullname",
                        "fname",
                        "lname",
                        "maiden",
                        "nachname",
                        "vorname",
                        "apellido",
                        "apellidos",
                        "nombre",
                        "prenom",
                        "initials",
                        "given name",
                        "family name",
                        "nom",
                        "nom de famille",
                        "patientname",
                        "physician",
                        "doctor",
                        "clinician"));
        BY_HEADER.put(
                "a number of a record, account or document",
                Set.of(
                        "mrn",
                        "medical record",
                        "medical record number",
                        "chart number",
                        "hospital number",
                        "nhs",
                        "nhs number",
                        "ssn",
                        "social security",
                        "passport",
                        "licence number",
                        "license number",
                        "driver license",
                        "insurance number",
                        "policy number",
                        "account number",
                        "member id",
                        "beneficiary",
                        "nric",
                        "national id",
                        "accession",
                        "accession number",
                        "versichertennummer",
                        "fallnummer",
                        "patientennummer",
                        "aktenzeichen",
                        "serial number",
                        "device id"));
        BY_HEADER.put(
                "a telephone number",
                Set.of("phone", "telephone", "tel", "mobile", "cellphone", "fax", "telefon"));
        BY_HEADER.put("an e-mail address", Set.of("email", "e mail", "mail"));
        BY_HEADER.put(
                "an address",
                Set.of(
                        "address",
                        "addr",
                        "street",
                        "postcode",
                        "post code",
                        "postal code",
                        "zip",
                        "zipcode",
                        "zip code",
                        "plz",
                        "latitude",
                        "longitude",
                        "lat",
                        "lon",
                        "lng",
                        "anschrift",
                        "adresse",
                        "strasse",
                        "straße",
                        "dirección",
                        "geolocation",
                        "residence"));
        BY_HEADER.put(
                "a place smaller than a state",
                Set.of(
                        "city",
                        "town",
                        "village",
                        "county",
                        "precinct",
                        "parish",
                        "municipality",
                        "wohnort",
                        "ort",
                        "stadt",
                        "gemeinde",
                        "ciudad",
                        "ville",
                        "commune"));
        BY_HEADER.put("an address on a network", Set.of("ip", "ip address", "url", "website"));
    }

    /** Words beside "name" that show that it is not a person's. */
    private static final Set<String> THINGS =
            Set.of(
                    "drug",
                    "medication",
                    "medicine",
                    "test",
                    "lab",
                    "product",
                    "variable",
                    "brand",
                    "generic",
                    "procedure",
                    "diagnosis",
                    "disease",
                    "condition",
                    "item",
                    "column",
                    "analyte",
                    "study",
                    "trial",
                    "department",
                    "unit",
                    "ward",
                    "class",
                    "gene",
                    "specialty",
                    "category",
                    "group");

    private static final Map<String, Pattern> BY_VALUE = new LinkedHashMap<>();

    static {
        BY_VALUE.put("an e-mail address", Pattern.compile("\\S+@\\S+\\.\\p{L}{2,}"));
        BY_VALUE.put("a social security number", Pattern.compile("\\d{3}-\\d{2}-\\d{4}"));
        BY_VALUE.put(
                "a telephone number",
                Pattern.compile(
                        "(\\+\\d{1,3}[ .-]?)?(\\(\\d{2,5}\\) ?|\\d{2,5}[ .-])\\d{3,4}[ .-]\\d{3,5}|\\+\\d{9,14}"));
        BY_VALUE.put(
                "an address on a network", Pattern.compile("https?://.*|(\\d{1,3}\\.){3}\\d{1,3}"));
        BY_VALUE.put(
                "an identifier",
                Pattern.compile("\\p{XDigit}{8}-(\\p{XDigit}{4}-){3}\\p{XDigit}{12}"));
    }

    /** "Anna Schmidt", "SCHMIDT, Anna", "Dr. A. Schmidt". */
    private static final Pattern PERSON =
            Pattern.compile(
                    "((Mr|Mrs|Ms|Dr|Prof)\\.? )?\\p{Lu}[\\p{L}'’.-]*,? (\\p{Lu}[\\p{L}'’.-]* ?){1,3}");

    /** Characters of the shortest that the patterns read: "a@b.de". */
    private static final int SHORTEST = 6;

    /** Share of cells that must look like an identifier. */
    private static final double ALIKE = 0.5;

    private Identifiers() {}

    private static final Pattern BIRTH =
            Pattern.compile(
                    "(?iu).*(?:birth|\\bborn\\b|geburt|geboren|naiss|nacim|nascim|nascita|出生|生日).*");

    /** Which identifier the column is, if it is one by header or look. */
    static Optional<String> of(String header, Cells cells) {
        Optional<String> byHeader = byHeader(header);
        if (byHeader.isPresent() && believable(byHeader.get(), cells)) {
            return byHeader;
        }
        int[] counts = cells.counts();
        boolean day =
                BIRTH.matcher(header).matches()
                        && DateFormats.of(cells.texts(), counts, true)
                                .filter(d -> d.share() > ALIKE)
                                .isPresent();
        if (day) {
            return Optional.of("a date of birth");
        }
        Map<String, Integer> rowsBy = new HashMap<>();
        for (int i = 0; i < cells.distinct(); i++) {
            int rows = counts[i];
            byValue(cells.texts().get(i)).ifPresent(what -> rowsBy.merge(what, rows, Integer::sum));
        }
        for (Map.Entry<String, Integer> e : rowsBy.entrySet()) {
            if (e.getValue() > ALIKE * cells.rows()) {
                return Optional.of(e.getKey());
            }
        }
        boolean person =
                (cells.unique(ALIKE) && cells.share(Identifiers::likePerson) > 0.8)
                        || (isNamePart(header) && cells.share(Identifiers::likeName) > 0.8);
        return person ? Optional.of("names of persons, it seems") : Optional.empty();
    }

    /** A header alone is not enough: "phone calls" counts, "mail order" says yes or no. */
    private static boolean believable(String what, Cells cells) {
        double numbers = cells.share(NumberStyle.POINT::reads);
        return switch (what) {
            case "a name of a person" -> numbers < ALIKE && cells.distinct() > 2;
            case "a telephone number" ->
                    cells.share(t -> t.replaceAll("\\D", "").length() > 5) > ALIKE;
            case "an e-mail address" -> cells.share(t -> t.contains("@")) > ALIKE;
            case "an address on a network" ->
                    cells.share(t -> t.contains(".")) > ALIKE && numbers < ALIKE;
            case "a date of birth" -> numbers < ALIKE || cells.share(t -> t.length() > 4) > ALIKE;
            default -> cells.distinct() > 5;
        };
    }

    /** A header that says "name" only beside another: "first" and "last" of a person. */
    private static boolean isNamePart(String header) {
        return Set.of("first", "last", "given", "family", "middle")
                .contains(HeaderWords.plain(header));
    }

    /** One word with a capital letter, as given names are. */
    private static boolean likeName(String value) {
        return value.matches("\\p{Lu}[\\p{L}'’.-]*");
    }

    /** What the header says that the column is. */
    static Optional<String> byHeader(String header) {
        if (HeaderWords.has(header, THINGS)) {
            return Optional.empty();
        }
        return BY_HEADER.entrySet().stream()
                .filter(e -> HeaderWords.has(header, e.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What one value is, whatever its column. */
    static Optional<String> byValue(String value) {
        if (value.length() < SHORTEST) {
            return Optional.empty();
        }
        return BY_VALUE.entrySet().stream()
                .filter(e -> e.getValue().matcher(value).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a value has the form of a person's name; so have many other words. */
    static boolean likePerson(String value) {
        return value.length() < 50 && PERSON.matcher(value).matches();
    }
}
