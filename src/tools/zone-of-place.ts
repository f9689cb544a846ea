/** A place's IANA zone; `several` when a country has more than one, so that a city is needed. */
export type PlaceZone = { readonly zone: string; readonly place: string } | 'several'

// Cities, countries with one zone and abbreviations that the zone names themselves do not hold. Source: IANA tz database.
const TABLE = `UTC: utc,gmt,z,zulu,greenwich mean time,coordinated universal time
America/New_York: new york city,nyc,boston,washington,washington dc,washington d.c.,miami,atlanta,philadelphia,orlando,est,edt,et,eastern,eastern time,us eastern
America/Chicago: dallas,houston,austin,san antonio,minneapolis,new orleans,nashville,cst,cdt,ct,central,central time,us central
America/Denver: salt lake city,albuquerque,colorado springs,mst,mdt,mt,mountain,mountain time,us mountain
America/Phoenix: arizona
America/Los_Angeles: la,san francisco,sf,san diego,san jose,seattle,portland,las vegas,california,silicon valley,pst,pdt,pt,pacific,pacific time,us pacific
Pacific/Honolulu: hawaii,hst
America/Toronto: ottawa,montreal,quebec
America/Vancouver: british columbia
America/Edmonton: calgary,alberta
America/Sao_Paulo: rio de janeiro,rio,brasilia
America/Argentina/Buenos_Aires: buenos aires,argentina
America/Bogota: colombia,medellin
America/Lima: peru
America/Santiago: santiago de chile
America/Caracas: venezuela
America/Montevideo: uruguay
America/Asuncion: paraguay
America/La_Paz: bolivia
America/Jamaica: kingston
America/Havana: cuba
America/Panama: panama
America/Costa_Rica: costa rica,san jose costa rica
Europe/London: uk,united kingdom,england,scotland,wales,britain,great britain,manchester,birmingham,edinburgh,glasgow,liverpool,leeds,bristol,cardiff,bst
Europe/Dublin: ireland
Europe/Paris: france,lyon,marseille,nice,toulouse,bordeaux,cet,cest,central european time
Europe/Berlin: germany,munich,hamburg,frankfurt,cologne,stuttgart,dusseldorf,leipzig,dresden
Europe/Madrid: barcelona,seville,valencia,malaga
Europe/Rome: italy,milan,naples,turin,florence,venice
Europe/Amsterdam: netherlands,the netherlands,holland,rotterdam,the hague
Europe/Brussels: belgium,antwerp
Europe/Luxembourg: luxembourg
Europe/Zurich: switzerland,geneva,bern,basel
Europe/Vienna: austria,salzburg
Europe/Stockholm: sweden,gothenburg
Europe/Oslo: norway,bergen
Europe/Copenhagen: denmark
Europe/Helsinki: finland,eet,eest
Atlantic/Reykjavik: iceland
Europe/Warsaw: poland,krakow
Europe/Prague: czechia,czech republic
Europe/Budapest: hungary
Europe/Athens: greece
Europe/Bucharest: romania
Europe/Sofia: bulgaria
Europe/Belgrade: serbia
Europe/Zagreb: croatia
Europe/Istanbul: turkey,turkiye,ankara
Europe/Kyiv: ukraine,kyiv,kiev
Europe/Moscow: saint petersburg,st petersburg,msk
Europe/Lisbon: porto
Africa/Cairo: egypt
Africa/Johannesburg: south africa,cape town,durban,pretoria
Africa/Lagos: nigeria,abuja
Africa/Nairobi: kenya
Africa/Casablanca: morocco,marrakesh,rabat
Africa/Accra: ghana
Africa/Addis_Ababa: ethiopia
Africa/Algiers: algeria
Africa/Tunis: tunisia
Asia/Jerusalem: israel,tel aviv
Asia/Dubai: uae,united arab emirates,abu dhabi
Asia/Riyadh: saudi arabia,jeddah,mecca
Asia/Qatar: doha
Asia/Kuwait: kuwait city
Asia/Tehran: iran
Asia/Baghdad: iraq
Asia/Karachi: pakistan,lahore,islamabad
Asia/Kolkata: india,mumbai,bombay,delhi,new delhi,bangalore,bengaluru,chennai,hyderabad,kolkata,calcutta,ist
Asia/Kathmandu: nepal,kathmandu
Asia/Dhaka: bangladesh
Asia/Colombo: sri lanka
Asia/Bangkok: thailand,phuket
Asia/Ho_Chi_Minh: vietnam,hanoi,saigon,ho chi minh city
Asia/Kuala_Lumpur: malaysia
Asia/Singapore: sgt
Asia/Manila: philippines
Asia/Hong_Kong: hkt
Asia/Shanghai: china,beijing,shenzhen,guangzhou
Asia/Taipei: taiwan
Asia/Seoul: korea,south korea,busan,kst
Asia/Tokyo: japan,osaka,kyoto,jst
Australia/Sydney: canberra,aest,aedt
Australia/Melbourne: victoria
Australia/Brisbane: queensland,gold coast
Pacific/Auckland: new zealand,wellington,christchurch,nzst,nzdt`

const SEVERAL = new Set(
  'us,usa,united states,america,the us,the usa,the united states,canada,mexico,brazil,russia,australia,indonesia,spain,portugal,chile,kazakhstan,mongolia'.split(
    ',',
  ),
)

// Spain and Portugal have islands with their own time, and yet nearly everybody means the mainland.
const MAINLAND: Readonly<Record<string, string>> = { spain: 'Europe/Madrid', portugal: 'Europe/Lisbon' }

let known: ReadonlyMap<string, string> | undefined

/** The zone of a place in words: "Tokyo" → Asia/Tokyo, "PST" → America/Los_Angeles, "Europe/Paris" → itself; undefined when unknown. */
export function zoneOfPlace(said: string): PlaceZone | undefined {
  const place = said
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/,? (?:time|timezone|time zone)$/, '')
    .trim()
  const mainland = Object.hasOwn(MAINLAND, place) ? MAINLAND[place] : undefined
  if (mainland) return { zone: mainland, place: said.trim() }
  if (SEVERAL.has(place)) return 'several'
  known ??= readKnown()
  const zone = known.get(place) ?? known.get(place.replace(/,.*$/, '')) ?? offsetZone(place)
  return zone ? { zone, place: said.trim() } : undefined
}

/** Every IANA zone by its full name and by its city, and above them the table. */
function readKnown(): Map<string, string> {
  const zones = new Map<string, string>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    zones.set(zone.toLowerCase(), zone)
    zones.set(
      zone
        .slice(zone.lastIndexOf('/') + 1)
        .replaceAll('_', ' ')
        .toLowerCase(),
      zone,
    )
  }
  for (const row of TABLE.split('\n')) {
    const [zone = '', words = ''] = row.split(': ')
    for (const word of words.split(',')) zones.set(word, zone)
    zones.set(zone.toLowerCase(), zone)
  }
  return zones
}

/** "utc+2", "gmt -5:30" → UTC+2, UTC-5:30. */
function offsetZone(place: string): string | undefined {
  const match = /^(?:utc|gmt) ?([+-]\d{1,2})(?::([0-5]\d))?$/.exec(place)
  if (!match || Math.abs(Number(match[1])) > 14) return undefined
  return `UTC${match[1]}${match[2] ? `:${match[2]}` : ''}`
}
