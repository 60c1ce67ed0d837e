/**
 * What is measured and in which unit: ranges, unit conversions by analyte, limits of what a record
 * may hold.
 *
 * <p>Units are UCUM codes. No clinical code and no statistics live here.
 */
package org.anamnesis.measure;
