package org.anamnesis.code;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

/** Codes as their systems spell them, and every slip of one digit caught. */
class CheckDigitsTest {
    private static final List<String> LOINC = List.of("4548-4", "2345-7", "98979-8", "48065-7");
    private static final List<String> SNOMED =
            List.of("44054006", "59621000", "368581000119106", "882784691000119100");

    @Test
    void codesOfTheSystemsPass() {
        LOINC.forEach(c -> assertTrue(CheckDigits.loinc(c), c));
        SNOMED.forEach(c -> assertTrue(CheckDigits.snomed(c), c));
        List.of("E11.9", "I10", "M80.00XA", "C50.919", "U07.1", "F32.A")
                .forEach(c -> assertTrue(CheckDigits.icd10cm(c), c));
        assertTrue(CheckDigits.rxnorm("6809"));
    }

    @Test
    void oneWrongDigitIsCaughtInEveryPlace() {
        LOINC.forEach(c -> everySlip(c, CodeSystem.LOINC));
        SNOMED.forEach(c -> everySlip(c, CodeSystem.SNOMED_CT));
    }

    private static void everySlip(String code, CodeSystem system) {
        for (int i = 0; i < code.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                if (code.charAt(i) != '-' && code.charAt(i) != c) {
                    String slip = code.substring(0, i) + c + code.substring(i + 1);
                    assertFalse(CheckDigits.wellFormed(system, slip), slip);
                }
            }
        }
    }

    /** Verhoeff's scheme was made to catch every swap of neighbours; Luhn's misses 09 and 90. */
    @Test
    void swappedNeighboursAreCaughtInSnomedCodes() {
        for (String code : SNOMED) {
            for (int i = 0; i + 1 < code.length(); i++) {
                char a = code.charAt(i);
                char b = code.charAt(i + 1);
                if (a != b) {
                    String swapped = code.substring(0, i) + b + a + code.substring(i + 2);
                    assertFalse(CheckDigits.snomed(swapped), swapped);
                }
            }
        }
    }

    @Test
    void malformedCodesFail() {
        List.of("", "-4", "4548", "4548-", "45a8-4", "12345678-9", "4548--4", "4548-44")
                .forEach(c -> assertFalse(CheckDigits.loinc(c), c));
        List.of("", "123", "044054006", "44054016", "4405 006", "١٢٣٤٥٦")
                .forEach(c -> assertFalse(CheckDigits.snomed(c), c));
        List.of("", "E1", "E11.", "e11.9", "11.9", "E11.12345", "E119")
                .forEach(c -> assertFalse(CheckDigits.icd10cm(c), c));
        List.of("", "0123", "12a", "123456789").forEach(c -> assertFalse(CheckDigits.rxnorm(c), c));
    }

    /** Of ten last digits exactly one completes a number. */
    @Test
    void everyNumberHasOneVerhoeffDigit() {
        ForAll.seeds(
                200,
                seed -> {
                    long key = SeedTree.key(new SeedTree(seed).purpose("code"), 0);
                    String stem = Long.toString(SeedTree.bits(key, 0) >>> 30);
                    int fitting = 0;
                    for (int d = 0; d <= 9; d++) {
                        fitting += CheckDigits.verhoeff(stem + d) ? 1 : 0;
                    }
                    assertTrue(fitting == 1, stem);
                });
    }
}
