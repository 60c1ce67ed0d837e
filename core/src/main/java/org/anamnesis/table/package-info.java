/** Any table of people: typed columns with units, missing values and weights. Knows no medicine. */
package org.anamnesis.table;
