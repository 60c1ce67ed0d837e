package org.anamnesis.code;

/**
 * Whether a code is spelled as its system spells codes. A wrong digit is caught; that a well-formed
 * code exists is another question, which only the release of the system answers.
 */
public final class CheckDigits {
    /** Products of the dihedral group of order 10, in which Verhoeff's check digit is computed. */
    private static final String[] PRODUCT = {
        "0123456789",
        "1234067895",
        "2340178956",
        "3401289567",
        "4012395678",
        "5987604321",
        "6598710432",
        "7659821043",
        "8765932104",
        "9876543210"
    };

    /** Verhoeff's permutation, applied once more at each position from the right. */
    private static final String PERMUTATION = "1576283094";

    private CheckDigits() {}

    /** Whether the code is well formed in its system. */
    public static boolean wellFormed(CodeSystem system, String code) {
        return switch (system) {
            case LOINC -> loinc(code);
            case SNOMED_CT -> snomed(code);
            case ICD_10_CM -> icd10cm(code);
            case RXNORM -> rxnorm(code);
            case CVX -> code.length() >= 2 && code.length() <= 3 && digits(code);
        };
    }

    /**
     * LOINC: up to seven digits, a hyphen, and a check digit. From the right, digits at odd places
     * are doubled as one number; the digits of that product and of the others are added, and the
     * check digit completes the sum to a multiple of ten. Source: LOINC Users' Guide, appendix
     * "Calculating check digits" (mod 10, Luhn).
     */
    public static boolean loinc(String code) {
        int hyphen = code.indexOf('-');
        if (hyphen < 1 || hyphen > 7 || hyphen != code.length() - 2) {
            return false;
        }
        if (!digits(code.substring(0, hyphen)) || !digits(code.substring(hyphen + 1))) {
            return false;
        }
        int sum = 0;
        for (int i = hyphen - 1, place = 1; i >= 0; i--, place++) {
            int d = code.charAt(i) - '0';
            int counted = place % 2 == 1 ? 2 * d : d;
            sum += counted / 10 + counted % 10;
        }
        return (10 - sum % 10) % 10 == code.charAt(code.length() - 1) - '0';
    }

    /**
     * SNOMED CT: 6 to 18 digits, no leading zero, the third and second from the right "00" or "10"
     * (a concept), the last one Verhoeff's check digit. Source: SNOMED CT Release File
     * Specifications, section SCTID; Verhoeff, Error Detecting Decimal Codes, 1969.
     */
    public static boolean snomed(String code) {
        if (code.length() < 6 || code.length() > 18 || !digits(code) || code.charAt(0) == '0') {
            return false;
        }
        String partition = code.substring(code.length() - 3, code.length() - 1);
        return (partition.equals("00") || partition.equals("10")) && verhoeff(code);
    }

    /** Whether the last digit is Verhoeff's check digit of those before it. */
    static boolean verhoeff(String digits) {
        int check = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int d = digits.charAt(i) - '0';
            for (int k = 0; k < place % 8; k++) {
                d = PERMUTATION.charAt(d) - '0';
            }
            check = PRODUCT[check].charAt(d) - '0';
        }
        return check == 0;
    }

    /**
     * ICD-10-CM: a letter, a digit, a digit or letter, then a point and one to four more, the last
     * ones letters or digits.
     */
    public static boolean icd10cm(String code) {
        int n = code.length();
        if (n != 3 && (n < 5 || n > 8 || code.charAt(3) != '.')) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            char c = code.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z';
            boolean fits =
                    switch (i) {
                        case 0 -> letter;
                        case 1 -> digit;
                        case 3 -> c == '.';
                        default -> digit || letter;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** RxNorm: a number of one to eight digits, no leading zero. */
    public static boolean rxnorm(String code) {
        return !code.isEmpty() && code.length() <= 8 && digits(code) && code.charAt(0) != '0';
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) { // no stream: this runs at every start
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
