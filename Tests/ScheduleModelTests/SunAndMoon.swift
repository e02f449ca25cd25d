import Foundation

/// Where the sun and the moon stand, as far as a lunar calendar needs it.
///
/// After Jean Meeus, *Astronomical Algorithms*, 2nd edition (1998): new moons by chapter 49, good to a few
/// seconds, and the sun's longitude by chapter 25, good to 0.01°, a quarter of an hour. Times are Julian
/// days, in dynamical time (TD) unless a name says universal (UT).
enum SunAndMoon {
  /// The Julian day, in dynamical time, of the new moon number `k`; number 0 is that of 6 January 2000.
  static func newMoon(_ k: Double) -> Double {
    let t = k / 1236.85
    let mean =
      2_451_550.09766 + 29.530588861 * k + ((0.00000000073 * t - 0.00000015) * t + 0.00015437) * t * t
    let eccentricity = 1 - (0.002516 + 0.0000074 * t) * t
    let sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t
    let moon = 201.5643 + 385.81693528 * k + (0.0107582 + 0.00001238 * t) * t * t
    let latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
    let node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t
    var correction = -0.00017 * sine(node)
    for term in newMoonTerms {
      let argument = term.sun * sun + term.moon * moon + term.latitude * latitude
      correction += term.days * pow(eccentricity, abs(term.sun)) * sine(argument)
    }
    for (start, speed, days) in planetaryTerms { correction += days * sine(start + speed * k) }
    return mean + correction
  }

  /// The apparent longitude of the sun, 0 to 360 degrees; 270 is the winter solstice.
  static func sunLongitude(_ julianDay: Double) -> Double {
    let t = (julianDay - 2_451_545) / 36_525
    let mean = 280.46646 + (36_000.76983 + 0.0003032 * t) * t
    let anomaly = 357.52911 + (35_999.05029 - 0.0001537 * t) * t
    let centre =
      (1.914602 - (0.004817 + 0.000014 * t) * t) * sine(anomaly)
      + (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly)
    let longitude = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t)
    let turned = longitude.truncatingRemainder(dividingBy: 360)
    return turned < 0 ? turned + 360 : turned
  }

  /// How far dynamical time runs ahead of universal time, in days; good to ten seconds from 1980 to 2040
  /// (Espenak and Meeus, *Five Millennium Canon of Solar Eclipses*, 2006).
  static func lead(_ julianDay: Double) -> Double {
    let years = (julianDay - 2_451_545) / 365.25
    return (62.92 + (0.32217 + 0.005589 * years) * years) / 86_400
  }

  private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }

  /// Amplitude in days; multiples of the sun's anomaly, the moon's anomaly and the argument of latitude.
  private static let newMoonTerms: [(days: Double, sun: Double, moon: Double, latitude: Double)] = [
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0),
    (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2), (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0), (-0.00007, 2, 1, 0),
    (0.00004, 0, 2, -2), (0.00004, 3, 0, 0), (0.00003, 1, 1, -2), (0.00003, 0, 2, 2), (-0.00003, 1, 1, 2),
    (0.00003, -1, 1, 2), (-0.00002, -1, 1, -2), (-0.00002, 1, 3, 0), (0.00002, 0, 4, 0),
  ]

  /// Start in degrees, degrees a lunation, amplitude in days.
  private static let planetaryTerms: [(Double, Double, Double)] = [
    (299.77, 0.107408, 0.000325), (251.88, 0.016321, 0.000165), (251.83, 26.651886, 0.000164),
    (349.42, 36.412478, 0.000126), (84.66, 18.206239, 0.000110), (141.74, 53.303771, 0.000062),
    (207.14, 2.453732, 0.000060), (154.84, 7.306860, 0.000056), (34.52, 27.261239, 0.000047),
    (207.19, 0.121824, 0.000042), (291.34, 1.844379, 0.000040), (161.72, 24.198154, 0.000037),
    (239.56, 25.513099, 0.000035), (331.55, 3.592518, 0.000023),
  ]
}
