package org.anamnesis.generate.care;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.VisitKind;

/**
 * What is done for whom, as the tables of this package have it, with the places of its conditions
 * in one cohort.
 *
 * @param what position among the things that are done
 * @param reasons fields of the conditions that it is done for; none if it is for everyone
 * @param never field of the condition that excludes it, −1 if none
 * @param smokers whether it is for those who smoke only
 * @param sex level of the only sex that it is for, −1 for both
 * @param from age in years
 * @param to age in completed years
 * @param how when it is due
 * @param months between two, or after the onset of the condition
 * @param share of times that it is then done
 * @param kinds of visit at which it is done, a bit for each position in {@link VisitKind#ALL}
 */
record Rule(
        int what,
        List<Integer> reasons,
        int never,
        boolean smokers,
        int sex,
        int from,
        int to,
        How how,
        int months,
        double share,
        int kinds) {
    /** When something is due. */
    enum How {
        /** Again and again after so many months. */
        EVERY,
        /** Once, within so many months after the onset of the condition. */
        FIRST
    }

    private static final int OLDEST = 120;

    /** Whether a visit is of a kind at which it is done. */
    boolean at(int kind) {
        return (kinds & (1 << kind)) != 0;
    }

    /** Whether it is for people of every age. */
    boolean anyAge() {
        return from == 0 && to >= OLDEST;
    }

    /** The columns of a table line. */
    static Rule of(Map<String, String> line, int what, CohortHeader header) {
        String reason = line.get("for");
        boolean smokers = reason.equals("smoking");
        List<Integer> reasons =
                smokers || reason.equals("-")
                        ? List.of()
                        : conditions(List.of(reason.split(",")), header);
        List<Integer> never = conditions(List.of(line.get("not")), header);
        int kinds = 0;
        for (String code : line.get("visits").split(",")) {
            kinds |= 1 << kind(code);
        }
        return new Rule(
                what,
                reasons,
                never.isEmpty() ? -1 : never.get(0),
                smokers,
                sex(line.get("sex"), header),
                Integer.parseInt(line.get("from")),
                Integer.parseInt(line.get("to")),
                How.valueOf(line.get("how")),
                Integer.parseInt(line.get("months")),
                Double.parseDouble(line.get("share")),
                kinds);
    }

    /** Whether a line can come to pass in a cohort: it shows the sex, and one of the conditions. */
    static boolean applies(Map<String, String> line, CohortHeader header) {
        String reason = line.get("for");
        boolean sex = line.get("sex").equals("any") || header.indexOf("sex") >= 0;
        boolean reasoned =
                reason.equals("-")
                        || (reason.equals("smoking")
                                ? header.indexOf("smoking") >= 0
                                : !conditions(List.of(reason.split(",")), header).isEmpty());
        return sex && reasoned;
    }

    private static List<Integer> conditions(List<String> ids, CohortHeader header) {
        List<Field> fields = header.fields();
        return IntStream.range(0, fields.size())
                .filter(k -> fields.get(k).role() == Field.Role.CONDITION)
                .filter(k -> ids.contains(fields.get(k).id()))
                .boxed()
                .toList();
    }

    private static int sex(String name, CohortHeader header) {
        return name.equals("any") ? -1 : header.levelOf("sex", name);
    }

    private static int kind(String code) {
        return IntStream.range(0, VisitKind.ALL.size())
                .filter(k -> VisitKind.ALL.get(k).code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no visit " + code));
    }
}
