// code | words. Words are lower case; what also names something else ("try", "mad", "cup", "pen") is left out.
const TABLE = `USD|$,us$,usd,us dollar,us dollars,dollar,dollars,bucks,buck,american dollar,american dollars
EUR|€,eur,euro,euros
GBP|£,gbp,pound,pounds,quid,pound sterling,pounds sterling,sterling,british pound,british pounds
JPY|¥,jpy,yen,japanese yen
CHF|chf,swiss franc,swiss francs,franc,francs
CAD|ca$,c$,cad,canadian dollar,canadian dollars
AUD|a$,au$,aud,australian dollar,australian dollars,aussie dollar,aussie dollars
NZD|nz$,nzd,new zealand dollar,new zealand dollars
HKD|hk$,hkd,hong kong dollar,hong kong dollars
SGD|s$,sgd,singapore dollar,singapore dollars
INR|₹,inr,rupee,rupees,indian rupee,indian rupees
CNY|cny,rmb,yuan,renminbi,chinese yuan
KRW|₩,krw,korean won
SEK|sek,swedish krona,swedish kronor,swedish crowns
NOK|nok,norwegian krone,norwegian kroner
DKK|dkk,danish krone,danish kroner
PLN|pln,zloty,zlotys
CZK|czk,czech koruna,czech crowns,koruna
HUF|huf,forint,forints
RON|ron,romanian leu
TRY|₺,lira,liras,turkish lira
ILS|₪,ils,shekel,shekels
AED|aed,dirham,dirhams
SAR|sar,riyal,riyals
ZAR|zar,rand,rands
NGN|₦,ngn,naira
KES|kes,kenyan shilling,kenyan shillings
EGP|egp,egyptian pound,egyptian pounds
MXN|mxn,mexican peso,mexican pesos,peso,pesos
BRL|r$,brl,brazilian real,reais
ARS|ars,argentine peso,argentine pesos
CLP|clp,chilean peso,chilean pesos
COP|cop,colombian peso,colombian pesos
THB|฿,thb,baht
VND|₫,vnd,dong
IDR|idr,rupiah
MYR|myr,ringgit
PHP|₱,php,philippine peso,philippine pesos
PKR|pkr,pakistani rupee,pakistani rupees
BDT|bdt,taka
RUB|₽,rub,ruble,rubles,rouble,roubles
UAH|₴,uah,hryvnia
BTC|btc,bitcoin,bitcoins
ETH|eth,ether,ethereum`

const CODES: ReadonlyMap<string, string> = new Map(
  TABLE.split('\n').flatMap((row) => {
    const [code = '', words = ''] = row.split('|')
    return words.split(',').map((word) => [word, code] as const)
  }),
)

const escaped = (word: string): string => word.replace(/\$/g, '\\$')

const LONGEST_FIRST = [...CODES.keys()].sort((a, b) => b.length - a.length).map(escaped)

/** A pattern, without groups, for the words and signs that name a currency in a lower-case text: "us dollars", "chf", "€". */
export const CURRENCY_PATTERN = `(?:${LONGEST_FIRST.filter((word) => /[a-z]$/.test(word)).join('|')})(?![a-z])|(?:${LONGEST_FIRST.filter((word) => !/[a-z]$/.test(word)).join('|')})`

/** The ISO code (or BTC, ETH) that a word or sign is taken for: "$" → "USD", "pounds" → "GBP"; undefined when it names no currency. */
export const currencyCode = (word: string): string | undefined => CODES.get(word.toLowerCase())
