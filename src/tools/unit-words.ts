/** What a unit measures; only units of one dimension convert into each other. */
export type Dimension =
  | 'length'
  | 'mass'
  | 'volume'
  | 'temperature'
  | 'speed'
  | 'area'
  | 'time'
  | 'energy'
  | 'power'
  | 'pressure'
  | 'data'
  | 'angle'
  | 'fuel'

/** A unit that people name. `symbol` is mathjs's name of it, or one of ours (`OWN_UNITS`). */
export interface NamedUnit {
  readonly symbol: string
  readonly dimension: Dimension
  /** For people: "miles", "°F". */
  readonly label: string
}

// symbol | label | words, by dimension. Words are lower case; "ounce" and "k" are settled by the other unit (see `findUnits`).
const TABLE: Readonly<Record<Dimension, string>> = {
  length: `mm|mm|mm,millimetre,millimetres,millimeter,millimeters
    cm|cm|cm,cms,centimetre,centimetres,centimeter,centimeters
    m|m|m,metre,metres,meter,meters
    km|km|km,kms,kilometre,kilometres,kilometer,kilometers,klicks
    inch|inches|inch,inches,in
    foot|feet|foot,feet,ft
    yard|yards|yard,yards,yd,yds
    mile|miles|mile,miles,mi
    nauticalmile|nautical miles|nautical mile,nautical miles,nmi`,
  mass: `mg|mg|mg,milligram,milligrams
    g|g|g,gr,gram,grams,gramme,grammes
    kg|kg|kg,kgs,kilo,kilos,kilogram,kilograms,kilogramme,kilogrammes
    tonne|tonnes|tonne,tonnes,metric ton,metric tons
    shortton|US tons|us ton,us tons,short ton,short tons
    longton|UK tons|uk ton,uk tons,long ton,long tons
    oz|oz|oz,ounce,ounces
    lbm|lb|lb,lbs,pound,pounds
    stone|stone|stone,stones,st`,
  volume: `mL|ml|ml,mls,millilitre,millilitres,milliliter,milliliters,cc
    cL|cl|cl,centilitre,centilitres,centiliter,centiliters
    dL|dl|dl,decilitre,decilitres,deciliter,deciliters
    L|litres|l,litre,litres,liter,liters
    m^3|m³|m^3,m3,cubic metre,cubic metres,cubic meter,cubic meters
    uscup|US cups|cup,cups,us cup,us cups
    metriccup|metric cups|metric cup,metric cups
    ustbsp|US tablespoons|tablespoon,tablespoons,tbsp,tbsps,tbs
    ustsp|US teaspoons|teaspoon,teaspoons,tsp,tsps
    usfloz|US fl oz|fluid ounce,fluid ounces,fl oz,floz,us fl oz
    ukfloz|UK fl oz|uk fluid ounce,uk fluid ounces,imperial fluid ounce,imperial fluid ounces,uk fl oz
    uspint|US pints|pint,pints,us pint,us pints
    ukpint|UK pints|uk pint,uk pints,imperial pint,imperial pints,british pint,british pints
    usquart|US quarts|quart,quarts,qt
    usgallon|US gallons|gallon,gallons,gal,us gallon,us gallons
    ukgallon|UK gallons|uk gallon,uk gallons,imperial gallon,imperial gallons,british gallon,british gallons
    cubicfoot|cubic feet|cubic foot,cubic feet,ft^3`,
  temperature: `degC|°C|c,°c,celsius,celcius,centigrade,degrees c,degrees celsius,degrees centigrade,degree celsius,deg c
    degF|°F|f,°f,fahrenheit,farenheit,degrees f,degrees fahrenheit,degree fahrenheit,deg f
    K|K|k,kelvin,kelvins`,
  speed: `km/hour|km/h|km/h,kmh,kph,kmph,kilometres per hour,kilometers per hour,km per hour
    mile/hour|mph|mph,miles per hour,mi/h,miles an hour
    m/s|m/s|m/s,metres per second,meters per second
    foot/s|ft/s|ft/s,feet per second,fps
    knot|knots|knot,knots,kt,kts,kn`,
  area: `cm^2|cm²|cm^2,cm2,square centimetre,square centimetres,square centimeter,square centimeters,sq cm
    m^2|m²|m^2,m2,square metre,square metres,square meter,square meters,sqm,sq m
    km^2|km²|km^2,km2,square kilometre,square kilometres,square kilometer,square kilometers,sq km
    inch^2|sq in|square inch,square inches,sq in,in^2
    foot^2|sq ft|square foot,square feet,sq ft,sqft,ft^2,ft2
    yard^2|sq yd|square yard,square yards,sq yd
    mile^2|sq mi|square mile,square miles,sq mi
    ouracre|acres|acre,acres
    hectare|hectares|hectare,hectares,ha`,
  time: `ms|ms|ms,millisecond,milliseconds
    s|seconds|s,sec,secs,second,seconds
    minute|minutes|min,mins,minute,minutes
    hour|hours|h,hr,hrs,hour,hours
    day|days|day,days
    week|weeks|week,weeks,wk,wks`,
  energy: `J|J|j,joule,joules
    kJ|kJ|kj,kilojoule,kilojoules
    kilocalorie|kcal|kcal,kcals,kilocalorie,kilocalories,calorie,calories,cal,cals
    Wh|Wh|wh,watt hour,watt hours
    kWh|kWh|kwh,kilowatt hour,kilowatt hours
    BTU|BTU|btu,btus`,
  power: `W|W|w,watt,watts
    kW|kW|kw,kilowatt,kilowatts
    mechanicalhorsepower|hp|hp,horsepower,bhp
    metrichorsepower|PS|ps,metric horsepower,metric hp`,
  pressure: `Pa|Pa|pa,pascal,pascals
    kPa|kPa|kpa,kilopascal,kilopascals
    hPa|hPa|hpa,hectopascal,hectopascals,mbar,mb,millibar,millibars
    bar|bar|bar,bars
    psi|psi|psi
    atm|atm|atm,atmosphere,atmospheres
    ourmmhg|mmHg|mmhg,torr`,
  data: `b|bits|bit,bits
    B|bytes|byte,bytes
    kB|kB|kb,kilobyte,kilobytes
    MB|MB|mb,megabyte,megabytes,meg,megs
    GB|GB|gb,gigabyte,gigabytes,gig,gigs
    TB|TB|tb,terabyte,terabytes
    KiB|KiB|kib,kibibyte,kibibytes
    MiB|MiB|mib,mebibyte,mebibytes
    GiB|GiB|gib,gibibyte,gibibytes
    TiB|TiB|tib,tebibyte,tebibytes`,
  angle: `deg|degrees|degree,degrees,deg
    rad|radians|radian,radians,rad`,
  fuel: `kmperlitre|km/l|km/l,kml,km per litre,km per liter,kilometres per litre,kilometers per liter
    usmpg|mpg (US)|mpg,us mpg,mpg us,miles per gallon,miles per us gallon
    ukmpg|mpg (UK)|uk mpg,mpg uk,imperial mpg,miles per uk gallon,miles per imperial gallon
    litreper100km|l/100 km|l/100km,l/100 km,l per 100 km,litres per 100 km,liters per 100 km,litres per 100km`,
}

/** A word → the units it can mean; "mb" is a pressure and a size, "oz" a mass. */
const UNITS: ReadonlyMap<string, readonly NamedUnit[]> = readTable()

function readTable(): Map<string, NamedUnit[]> {
  const units = new Map<string, NamedUnit[]>()
  for (const [dimension, rows] of Object.entries(TABLE) as [Dimension, string][])
    for (const row of rows.split('\n')) {
      const [symbol = '', label = '', words = ''] = row.trim().split('|')
      for (const word of words.split(',')) units.set(word, [...(units.get(word) ?? []), { symbol, dimension, label }])
    }
  return units
}

/** The units that two words mean beside each other: "oz" beside "ml" is a fluid ounce. Undefined when a word is no unit. */
export function findUnits(from: string, to: string): readonly [NamedUnit, NamedUnit] | undefined {
  const froms = unitsOf(from)
  const tos = unitsOf(to)
  const pairs = froms.flatMap((one) => tos.map((other) => [one, other] as const))
  return pairs.find(([one, other]) => one.dimension === other.dimension) ?? pairs[0]
}

function unitsOf(word: string): readonly NamedUnit[] {
  const key = word.toLowerCase()
  const fluid = /^(?:oz|ounces?)$/.test(key) ? (UNITS.get('fl oz') ?? []) : []
  return [...(UNITS.get(key) ?? []), ...fluid]
}
