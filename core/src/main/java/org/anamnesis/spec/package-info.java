/**
 * What was asked, complete and checked: the specification, its constraints, its JSON form, and the
 * edits that lead from one specification to the next. Data only; no statistics and no words of the
 * user.
 */
package org.anamnesis.spec;
